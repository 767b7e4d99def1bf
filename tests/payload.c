/* payload.c - the corpora of payload.h; the eye is in payload_eye.c. */

#include "tests/payload.h"

#include <stdlib.h>
#include <string.h>

const char *const sql_payloads[] = {
	"'", "\"", "`", "\\", ";", "--", "/*", "'--", "';", "\";",
	"@' OR '1'='1", "@' OR '1'='2", "@\" OR \"1\"=\"1", "@') OR ('1'='1", "@')) OR (('1'='1",
	"@' AND 1=1--", "@' AND 1=2--", "1 OR 1=1", "1; DROP TABLE account", "1 AND (SELECT 1)",
	"@'; DROP TABLE account; --", "@'; UPDATE account SET login = 'x'; --",
	"@' UNION SELECT 1--", "@' UNION SELECT name, sql FROM sqlite_master--",
	"@' UNION ALL SELECT NULL,NULL,NULL,NULL--", "@'||(SELECT token FROM session)||'",
	"@' AND randomblob(500000000)--", "@' AND load_extension('x')--", "@'; ATTACH 'x' AS x; --",
	"@'; PRAGMA writable_schema=1; --", "@%' ESCAPE '\\", "@%_[a-z]", "@ NEAR/2 a", "@ AND OR NOT",
	"\"@", "@*", "(@", "plan_text:@", "^@ + -a", "{a b} : @",
	"-1", "0", "99999999999999999999", "1e309", "0x41", "1.5.2", "@\\'", "@\xef\xbc\x87 OR 1=1",
	"2026-02-30", "31/02/2026", NULL
};

const char *const html_payloads[] = {
	"<@>", "<script>@</script>", "<script src=//@></script>", "<ScRiPt>@</sCrIpT>",
	"<img src=x onerror=@>", "<img/src=x/onerror=@>", "<svg onload=@>", "<svg><script>@</script></svg>",
	"<body onload=@>", "<iframe src=javascript:@>", "<iframe srcdoc='@'>", "<object data=@>", "<embed src=@>",
	"<link rel=stylesheet href=//@>", "<base href=//@/>", "<meta http-equiv=refresh content='0;url=//@'>",
	"<style>@{x:y}</style>", "<form action=//@><input type=submit>", "<input autofocus onfocus=@>",
	"<a href=javascript:@>x</a>", "<math><mtext><@></math>", "<details open ontoggle=@>",
	"<template><@></template>", "<video><source onerror=@></video>", "<marquee onstart=@>",
	"\"><@>", "'><@>", "\" onmouseover=\"@", "' onmouseover='@", "\" autofocus onfocus=@ x=\"",
	"\"@", "'@", "`@`", "onfocus=@", "@\" style=\"x:expression(1)",
	"</title><script>@</script>", "</textarea><script>@</script>", "</option></select><@>",
	"</script><script>@</script>", "</style><@>", "--><@>", "<!--@", "<![CDATA[<@>]]>", "<?@?>", "<!@>",
	"javascript:@", "JaVaScRiPt:@//", "data:text/html,<@>", "vbscript:@", "java\tscript:@", "//@.evil/",
	"&@;", "&lt;@&gt;<@>", "&#60;@&#62;", "\\u003c@\\u003e", "%3C@%3E",
	"[a](javascript:@)", "[a](//@.evil)", "![a](https://@.evil/a.png)", "<javascript:@>",
	"[a]: javascript:@ \"b\"\n\n[a]", "[<@>](/b \"\\\" onclick=@\")", "```@\" onclick=\"@\n<@>\n```", "# <@>",
	"| <@> | b |\n|---|---|\n| \" onclick=@ | <script>@</script> |", "<div\n@\n>", "    <@>", "> <@>\n",
	"{{@}}", "{{%AUTOESCAPE context=\"JAVASCRIPT\"}}<@>", "[[@]]<@>", "<@\xc2\xa0>", "<\xef\xbb\xbf@>",
	"a\r\nX-Zq: @\r\n\r\n<@>", "a%0d%0aX-Zq:%20@", "a\nEND:VCALENDAR\nX-ZQ:@", "\xf0\x9f\x92\xa9<@>\xcc\x81",
	"]]><@>", "</@", "<@ ", NULL
};

const char *const sheet_payloads[] = {
	"=1+1@", "+1@", "-1@", "@SUM(1)", "\t=1+1@", "\r=1@", "=HYPERLINK(\"//@\")", "=cmd|'/c @'!A1",
	"'=1@", "\"=1@", "a\",=1@", "a\n=1@", "a;=1@", " =1@", NULL
};

const char *
payload(struct mem *mem, const char *pattern, int number)
{
	const char *out = "", *at;

	/* "@SUM" begins with what makes a formula of it, and has its mark behind that. */
	if (!strncmp(pattern, "@SUM", 4))
		return mem_printf(mem, "@SUM(zq%dz)", number);
	for (; (at = strchr(pattern, '@')); pattern = at + 1)
		out = mem_printf(mem, "%s%.*szq%dz", out, (int)(at - pattern), pattern, number);
	return mem_printf(mem, "%s%s", out, pattern);
}

void
payload_marks(const char *text, void found(int number))
{
	for (char *end; (text = strstr(text, "zq")); text = end) {
		long number = strtol(text + 2, &end, 10);
		if (end > text + 2 && *end == 'z')
			found((int)number);
		end = end > text + 2 ? end : (char *)text + 2;
	}
}
