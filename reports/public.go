package reports

import (
	"regexp"
	"strings"

	"ownerdesk/app/register"
)

// forAll takes out of a text what must not hang on a wall although nobody in the
// record bears it: numbers to call, addresses, people called by surname and title,
// and sentences on who is to blame or to pay.
func (v seated) forAll(text string) string {
	text = v.unnamed(text)
	var kept strings.Builder
	left := false
	for _, s := range sentences.FindAllString(text, -1) {
		if liability.MatchString(s) {
			left = true
			continue
		}
		kept.WriteString(s)
	}
	if !left {
		return text
	}
	return joined(" ", strings.TrimSpace(kept.String()), v.Say("paper.public.left-out"))
}

// unnamed takes numbers to call, addresses, and people called by surname and title
// out of a text.
func (f Facts) unnamed(text string) string {
	text = titled.ReplaceAllString(register.MaskContacts(text), f.Say("paper.public.somebody")+"$1")
	return addressed.ReplaceAllString(text, f.Say("paper.public.somebody"))
}

var (
	sentences = regexp.MustCompile(`[^。！？；;!?\n]*?(?:[。！？；;!?\n]+|\.(?:\s+|$)|$)`)
	liability = regexp.MustCompile(`(?i)責任(?:在|由|歸|屬|應|判定|認定|方為)|责任(?:在|由|归|属|应|判定|认定|方为)|[負负](?:全|主|次)?[責责]任?的是` +
		`|[負负][全主次]要?[責责]|追[責责]|賠|赔|過[錯失]|过[错失]|歸咎|归咎|liab|compensat|at fault|to blame|negligen`)
	titled    = regexp.MustCompile(`[王李張张劉刘陳陈楊杨趙赵黃黄周吳吴徐孫孙胡朱高林何郭馬马羅罗梁宋鄭郑謝谢韓韩唐馮冯于董蕭萧程曹袁鄧邓許许傅沈曾彭呂吕蘇苏盧卢蔣蒋蔡賈贾丁魏薛葉叶余潘杜戴夏鍾钟汪田任姜范方石姚譚谭盛鄒邹熊金陸陆孔崔康毛邱秦江史顧顾侯邵孟龍龙萬万段章錢钱湯汤尹黎易武喬乔賀贺賴赖龔龚文歐欧區区單单](先生|女士|小姐|太太|阿姨|師傅|师傅|伯伯|大爺|大爷)`)
	addressed = regexp.MustCompile(`\b(?:Mr|Mrs|Ms|Miss|Mx)\.?\s+[A-Z][\w-]+`)
)
