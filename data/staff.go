package data

import (
	"context"
	"fmt"

	"ownerdesk/app"
)

func departmentCells(d *app.Department) cells {
	return cells{
		{"id", to(&d.ID)},
		{"name", &d.Name},
		{"desk", &d.Desk},
		{"closed", &d.Closed},
		{"position", &d.Order},
		{"subjects", codes[app.Category]{&d.Subjects}},
	}
}

func staffCells(s *app.Staff) cells {
	return cells{
		{"id", to(&s.ID)},
		{"name", &s.Name},
		{"dept_id", to(&s.Dept)},
		{"role", &s.Role},
		{"phone", &s.Phone},
		{"closed", &s.Closed},
	}
}

// KeepDepartment writes a department and tells its id.
func (s *Store) KeepDepartment(ctx context.Context, d app.Department) (app.DeptID, error) {
	err := s.write(ctx, func(p *pen) error { return upsert(ctx, p, "departments", departmentCells(&d), &d.ID) })
	return d.ID, err
}

// KeepStaff writes a member of staff and tells the id.
func (s *Store) KeepStaff(ctx context.Context, m app.Staff) (app.StaffID, error) {
	err := s.write(ctx, func(p *pen) error { return upsert(ctx, p, "staff", staffCells(&m), &m.ID) })
	return m.ID, err
}

// Departments lists all departments in the office's order.
func (s *Store) Departments(ctx context.Context) ([]app.Department, error) {
	return list(ctx, s.ro, scanner(departmentCells), `SELECT `+namesOf(departmentCells)+` FROM departments ORDER BY closed, position, id`)
}

// Staffs lists everybody who works or worked here.
func (s *Store) Staffs(ctx context.Context) ([]app.Staff, error) {
	return list(ctx, s.ro, scanner(staffCells), `SELECT `+namesOf(staffCells)+` FROM staff ORDER BY closed, dept_id, id`)
}

// upsert writes a row whose first cell is its id: a new one if the id is 0 or
// not there yet, else the newer state of that one.
func upsert[T ~int64](ctx context.Context, p *pen, table string, c cells, id *T) error {
	values, err := c.values()
	if err != nil {
		return err
	}
	var got int64
	err = p.one(ctx, fmt.Sprintf(`INSERT INTO %s (%s) VALUES (%s) ON CONFLICT (id) DO UPDATE SET %s RETURNING id`,
		table, c.names(), c.marks(), c[1:].fresh()), values, &got)
	if err != nil {
		return fmt.Errorf("keep %s: %w", table, err)
	}
	*id = T(got)
	return nil
}
