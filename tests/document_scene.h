/* document_scene.h - what the tests of proposals and conclusions share: a proposal of commune A
 * (2) to department D (5), a conclusion of the province for its communes, and their steps. */
#ifndef DOCUMENT_SCENE_H
#define DOCUMENT_SCENE_H

#include "tests/scene.h"

#include "cgi-bin/lib/reply.h"

static const char whole[] = "number=12/KN-UBND|date=10/11/2026|place=An"
	"|subject=Về việc sửa mức hỗ trợ nhà ở|concerns=Quyết định 24/2021/QĐ-TTg"
	"|text=I. Căn cứ\n\n1. Mức hỗ trợ **quá thấp**|authority=TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"
	"|signer_name=Lò Văn Sương|due_date=30/11/2026";

static inline struct reply
posts(const char *path, const char *fields)
{
	return ask_post(path, with(fields));
}

static inline int64_t
edition(const char *table, int id)
{
	return look(mem_printf(scene_mem(), "SELECT edition FROM %s WHERE id = %d", table, id));
}

static inline const char *
state(const char *table, int id)
{
	return look_text(mem_printf(scene_mem(), "SELECT c.state FROM %s x"
	    " JOIN flow_case c ON c.id = x.flow_case WHERE x.id = %d", table, id));
}

static inline struct reply
moves(int id, const char *fields)
{
	return posts(mem_printf(scene_mem(), "/document/%d/move", id),
	    mem_printf(scene_mem(), "edition=%lld|%s", (long long)edition("document", id), fields));
}

static inline struct reply
answers(int id, const char *fields)
{
	return posts(mem_printf(scene_mem(), "/document/answer/%d", id),
	    mem_printf(scene_mem(), "edition=%lld|%s", (long long)edition("document_answer", id), fields));
}

static inline struct reply
steps(int id, const char *fields)
{
	return posts(mem_printf(scene_mem(), "/document/answer/%d/move", id),
	    mem_printf(scene_mem(), "edition=%lld|%s", (long long)edition("document_answer", id), fields));
}

/* By A's officer, to D where a leader may answer. */
static inline void
proposed(const char *more)
{
	person("unit_leader", D);
	as(person("unit_officer", A));
	CHECK(posts("/document/add", mem_printf(scene_mem(), "kind=proposal|unit=2|body=5|%s%s%s", whole,
	    *more ? "|" : "", more)).status == 303);
}

static inline void
sent(void)
{
	fresh();
	proposed("");
	as(person("unit_leader", A));
	CHECK(moves(1, "move=send").status == 303);
	SAME(state("document", 1), "sent");
}

/* Of the province for communes A (answer 1) and B (2), whose leaders may answer. */
static inline void
concluded(void)
{
	fresh();
	person("unit_leader", A), person("unit_leader", B);
	as(person("specialist", P));
	CHECK(posts("/document/add", "kind=conclusion|unit=1|number=05/KL-HĐ|date=10/11/2026"
	    "|subject=Thống nhất cách hỗ trợ|parties=Hội đồng và Ban Chỉ đạo|text=Các xã rà soát"
	    "|due_date=30/11/2026|to=kind:commune|code=").status == 303);
	CHECK(moves(1, "move=submit").status == 303);
	as(person("signer", P));
	CHECK(moves(1, "move=send").status == 303);
}

/* A has answered it. */
static inline void
answered(void)
{
	concluded();
	as(person("unit_leader", A));
	CHECK(answers(1, "result=yes|answer=Đã rà soát 31 hộ|number=40/UBND|date=15/11/2026|do=reply").status == 303);
	SAME(state("document_answer", 1), "answered");
}

#endif
