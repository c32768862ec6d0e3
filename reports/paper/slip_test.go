package paper

import (
	"strings"
	"time"
)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

func testSheet() Sheet {
	return Sheet{
		Office: "雲棲物業服務有限公司 · 雲棲花園", Copy: "第二聯  承辦部門", Title: "業主問題轉辦單",
		No: "ZB-202611-0042", QR: "ZB-202611-0042",
		Form: "KF-02 A/0", Secrecy: "內部資料，含個人信息，妥善保管",
		Printed: "王芳 打印於 2026-11-23 09:58", PageOf: "第 %d 頁，共 %d 頁", Lacks: "%s：字體缺字 %s",
	}
}

const told = "三樓電梯近一週多次異響並有輕微頓挫，老人乘梯時感到不安。上週已致電一次，工程部到場檢查後未見改善。要求查明原因、限期修復，並告知安全性。"

// testSlip is a slip as the desk prints it.
func testSlip(description string) []Block {
	when := "年    月    日    時"
	return []Block{
		Pairs("編號", "ZB-202611-0042", "轉辦時間", "2026-11-23 09:58"),
		Pairs("輪次", "第 1 次轉辦", "緊急程度", Ticks([]string{"特急", "緊急", "一般"}, 1)),
		Band("A  業主信息"),
		Pairs("業主姓名", "張**（自住業主）", "房號", "3 幢 2 單元 501"),
		Pairs("聯繫方式", "138****5678", "接收", "電話 · 2026-11-23 09:42"),
		Band("B  問題"),
		Pairs("類型", Ticks([]string{"諮詢", "建議", "報修", "投訴"}, 2), "分類", "設施設備 / 電梯"),
		Text("問題描述", description, 32),
		Pairs("業主訴求", "查明原因、限期修復，告知安全性", "附件", "2 件"),
		Band("C  轉辦"),
		Pairs("發出部門", "客戶服務部", "轉辦部門", "工程維修部（主辦）"),
		Row{{Label: "要求處理時間", Text: "2026-11-26（四）18:00", Strong: true,
			Small: "共 3 個工作日：11/23 接收日不計，11/24 一、11/25 二、11/26 三"}},
		Pairs("轉辦要求", "今日內先聯繫業主說明安全情況；客服部已承諾 2 個工作日內回覆"),
		Signs{Names: []string{"轉辦人  王芳", "客服主管", "接收人（簽收時間）"}, When: when},
		Band("D  處理（部門填寫）"),
		Pairs("處理人員", "", "預計完成", ""),
		Text("解決方案", "", 16),
		Table{Columns: []Column{{Title: "日期", Width: 30}, {Title: "進度"}, {Title: "是否已告知業主", Width: 36}}, Blank: 2},
		Band("F  反饋    G  審核"),
		Pairs("處理結果", "", "業主滿意度", Ticks([]string{"滿意", "基本滿意", "不滿意"})),
		Signs{Names: []string{"處理人", "部門負責人", "客服審核 " + Ticks([]string{"符合", "重新處理"})}, When: when},
	}
}

func longText() string { return strings.Repeat(told, 40) }
