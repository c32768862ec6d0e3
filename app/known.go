package app

import "slices"

// The closed lists to which an office may add codes of its own.
const (
	listChannel  = "channel"
	listCategory = "category"
)

// knows reports whether a code stands in a closed list, or in what the office added
// to it. A code that is hidden is no longer offered, but known.
func knows[T ~string](g Ground, list string, codes []T, c T) bool {
	return slices.Contains(codes, c) || slices.Contains(g.Own[list], string(c))
}

// KnowsCategory knows those of both levels, with the office's own.
func (g Ground) KnowsCategory(c Category) bool {
	return knows(g, listCategory, Categories(), c) || slices.Contains(Subjects(), c)
}

// ClosedLists are the codes of every closed list, by the name of the list.
func ClosedLists() map[string][]string {
	return map[string][]string{
		"kind": codesOf(Kinds), listChannel: codesOf(Channels), listCategory: codesOf(Subjects(), Categories()), "urgency": codesOf(Urgencies),
		"level": codesOf(Levels), "owner": codesOf(OwnerKinds), "result": codesOf(Results), "delay": codesOf(DelayCodes),
		"rework": codesOf(ReworkCodes), "suspend": codesOf(SuspendCodes), "dissatisfied": codesOf(Dissatisfactions), "reached": codesOf(Reacheds), "method": codesOf(Methods),
		"responsibility": codesOf(Responsibilities), "validity": codesOf(Validities), "cause": codesOf(Causes),
		"evidence": EvidenceKinds, "inquiry": InquiryMethods,
		"note":  codesOf([]NoteKind{NoteProgress, NoteTold, NoteCall, NoteChase, NoteRemark}),
		"close": codesOf([]CloseCode{ClosedSatisfied, ClosedNeutral, ClosedPartly}, SpecialCloses),
	}
}

func codesOf[T ~string](lists ...[]T) (codes []string) {
	for _, list := range lists {
		for _, c := range list {
			codes = append(codes, string(c))
		}
	}
	return codes
}

// listed checks an answer that may be left out but must be of its list; what an
// older file has written there may stay.
func listed[T ~string](f *Faults, c, was T, codes []T, field string) {
	f.unless(c == "" || c == was || slices.Contains(codes, c), field, "unknown")
}

// listedAll checks several answers of one list; those that an older file has written
// there may stay.
func listedAll[T ~string](f *Faults, all, was, codes []T, field string) {
	for _, c := range all {
		f.unless(slices.Contains(was, c) || slices.Contains(codes, c), field, "unknown")
	}
}
