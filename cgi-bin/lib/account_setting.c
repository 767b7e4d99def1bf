/* account_setting.c - what the office chooses for the whole portal, from a day on. */

#include "cgi-bin/lib/account_page.h"

/* In the order of their numbers, from 1, which stand in addresses and in the trail. */
static const struct choice {
	const char *name, *label, *hint;
	int64_t min, max;
	bool number, days, roles;
} choices[] = {
	{ "office", "Tên địa phương", "Đứng sau chữ “Cổng Thi đua” ở đầu mọi trang", 1, 60, false, false, false },
	{ "standing_body", "Cơ quan thường trực", "Ghi ở cuối mọi trang", 2, 120, false, false, false },
	{ "support_phone", "Điện thoại giúp đỡ", "Bỏ trống nếu chưa có ai trực", 0, 40, false, false, false },
	{ "session_idle_minutes", "Số phút không dùng thì hết phiên",
	    "Ngắn thì người dùng phải đăng nhập lại nhiều lần; phần đang gõ vẫn được giữ", 5, 240, true, false, false },
	{ "session_hours", "Số giờ dài nhất của một phiên", "Hết số giờ này phải đăng nhập lại dù vẫn đang dùng", 1, 24, true, false, false },
	{ "password_length", "Số ký tự ít nhất của mật khẩu", "Áp dụng khi đặt mật khẩu mới; mật khẩu đang dùng không phải đổi", 8, 64, true, false, false },
	{ "remind_before", "Số ngày nhắc trước hạn",
	    "Các số cách nhau bằng dấu cách, như: 7 2. Để trống thì chỉ nhắc đúng ngày hạn", 0, 40, false, true, false },
	{ "remind_after", "Số ngày nhắc sau hạn", "Các số cách nhau bằng dấu cách, như: 1 3 7", 0, 40, false, true, false },
	{ "backup_hour", "Giờ sao lưu hằng ngày",
	    "Chọn giờ vắng người; máy tắt vào giờ ấy thì sao lưu ngay khi chạy lại", 0, 23, true, false, false },
	{ "backup_days", "Số ngày giữ bản sao lưu", "Mỗi ngày giữ bản mới nhất; bản cũ hơn tự xóa", 7, 400, true, false, false },
	{ "backup_weeks", "Số tuần giữ bản sao lưu", "Mỗi tuần giữ bản mới nhất, thêm vào các ngày gần đây", 4, 520, true, false, false },
	{ "factor_roles", "Vai trò phải dùng xác minh hai bước",
	    "Người giữ một trong các vai trò này phải bật xác minh hai bước ngay khi đăng nhập; chưa bật thì chưa làm được việc khác", 0, 200, false, false, true },
};
enum { CHOICES = sizeof(choices) / sizeof(*choices) };

struct wanted {
	const char *value, *valid_from, *document;
};

static const struct field wanted_fields[] = {
	FIELD(wanted, value,      "Giá trị", LINE, .optional = true),
	FIELD(wanted, valid_from, "Từ ngày", DAY),
	FIELD(wanted, document,   "Theo văn bản", LINE, .max = 200),
	{ 0 }
};

static const struct column now_columns[] = {
	{ "setting",    "Cài đặt",      CELL_TEXT, false },
	{ "value",      "Giá trị",      CELL_TEXT, false },
	{ "valid_from", "Từ ngày",      CELL_DAY,  false },
	{ "document",   "Theo văn bản", CELL_TEXT, false },
	{ 0 }
};

static const struct column history_columns[] = {
	{ "valid_from", "Từ ngày",      CELL_DAY,  true },
	{ "setting",    "Cài đặt",      CELL_TEXT, true },
	{ "value",      "Giá trị",      CELL_TEXT, true },
	{ "document",   "Theo văn bản", CELL_TEXT, true },
	{ "state",      "Tình trạng",   CELL_TAG,  true },
	{ 0 }
};

static const struct choice *
choice_of(const char *name)
{
	for (size_t i = 0; i < CHOICES; i++)
		if (!strcmp(choices[i].name, name))
			return &choices[i];
	return NULL;
}

/* "admin specialist" in words. */
static const char *
role_words(struct req *r, const char *all)
{
	struct role *known = roles(r->db, r->mem, r->today, r->lang);
	char *copy = mem_text(r->mem, all), *one;
	const char *text = "";

	while ((one = strsep(&copy, " "))) {
		struct role *is = known;
		while (is && strcmp(is->role, one))
			is = is->next;
		if (*one)
			text = mem_printf(r->mem, "%s%s%s", text, *text ? "; " : "",
			    is ? is->label : one);
	}
	return text;
}

static const char *
in_words(struct req *r, const struct choice *c, const char *value)
{
	return c->roles ? role_words(r, value) : value;
}

static void
put_value(struct req *r, struct table *t, const struct choice *c, const char *value)
{
	*value ? table_text(t, in_words(r, c, value)) : table_nothing(t, "để trống");
}

static void
put_document(struct table *t, const char *document)
{
	*document ? table_text(t, document) : table_nothing(t, "chưa ghi");
}

/* They are everybody's: only an administrator above whom there is none sets them. */
int
account_settings_page(struct req *r)
{
	struct table *now = table_new(r, "Đang áp dụng", now_columns);
	struct table *all = table_new(r, "Đã, đang và sẽ áp dụng", history_columns);
	struct setting *list = settings(r->db, r->mem, r->today);
	int64_t n = 0;

	if (!person_root(r->db, r->who.id, r->today))
		return 404;
	for (size_t i = 0; i < CHOICES; i++)
		for (struct setting *s = list; s; s = s->next) {
			if (!s->in_force || strcmp(s->name, choices[i].name))
				continue;
			table_row(now, mem_printf(r->mem, "/account/setting/%zu", i + 1));
			table_text(now, tr(r->lang, choices[i].label));
			put_value(r, now, &choices[i], s->value);
			table_day(now, s->valid_from);
			put_document(now, s->document);
		}
	for (struct setting *s = list; s; s = s->next) {
		const struct choice *c = choice_of(s->name);
		bool coming = strcmp(s->valid_from, r->today) > 0;
		if (!c)
			continue;
		n++;
		table_row(all, NULL);
		table_day(all, s->valid_from);
		table_text(all, tr(r->lang, c->label));
		put_value(r, all, c, s->value);
		put_document(all, s->document);
		table_tag(all, coming ? "soon" : s->in_force ? "done" : "none",
		    tr(r->lang, coming ? "Sẽ áp dụng" : s->in_force ? "Đang áp dụng" : "Đã hết áp dụng"));
	}
	title(r, tr(r->lang, "Cài đặt của cổng"));
	crumb(r, tr(r->lang, "Người dùng"), "/account/people");
	table_put(r, r->view, "NOW", now, CHOICES, "Chưa có cài đặt nào");
	table_whole(all);
	return table_show(r, 200, "account_settings", all, n, "Chưa có cài đặt nào");
}

static const struct choice *
choice_asked(struct req *r)
{
	return r->id <= CHOICES && person_root(r->db, r->who.id, r->today)
	    ? &choices[r->id - 1] : NULL;
}

/* A box for each role; ticked if it stands in the value. */
static void
put_roles(struct req *r, const char *value)
{
	struct view *v = view_add(r->view, "BOXES");

	for (struct role *role = roles(r->db, r->mem, r->today, r->lang); role; role = role->next) {
		struct view *one = view_add(v, "BOX");
		view_text(one, "role", role->role);
		view_text(one, "label", role->label);
		if (strstr(mem_printf(r->mem, " %s ", value), mem_printf(r->mem, " %s ", role->role)))
			view_text(one, "ticked", "checked");
	}
}

/* Of the boxes that were ticked; what is no role is nothing. */
static const char *
ticked(struct req *r)
{
	const char *value = "";

	for (struct role *role = roles(r->db, r->mem, r->today, r->lang); role; role = role->next)
		for (const struct sent *s = NULL; (s = form_next(r->form, s, "value"));)
			if (!strcmp(s->value, role->role)) {
				value = mem_printf(r->mem, "%s%s%s", value, *value ? " " : "", role->role);
				break;
			}
	return value;
}

static int
show_setting(struct req *r, int status, const struct choice *c, const struct wanted *w)
{
	title(r, tr(r->lang, c->label));
	crumb(r, tr(r->lang, "Người dùng"), "/account/people");
	crumb(r, tr(r->lang, "Cài đặt của cổng"), "/account/setting");
	form_open(r, r->view, mem_printf(r->mem, "/account/setting/%lld", (long long)r->id));
	form_show(r->form, r->view, r->lang, wanted_fields, w);
	view_text(r->view, "hint", tr(r->lang, c->hint));
	if (c->roles) {
		put_roles(r, form_sent(r->form, "valid_from") ? ticked(r) : w->value);
		return show(r, status, "account_setting");
	}
	view_add(r->view, "LINE");
	view_text(r->view, "limits", tr_with(r->mem, r->lang, c->number
	    ? "Số từ {1} đến {2}." : "Từ {1} đến {2} ký tự.", number(r, c->min, 0),
	    number(r, c->max, 0), NULL));
	view_text(r->view, "mode", c->number ? "numeric" : "text");
	return show(r, status, "account_setting");
}

int
account_setting_page(struct req *r)
{
	const struct choice *c = choice_asked(r);

	return c ? show_setting(r, 200, c, &(struct wanted){
	    setting_get(r->db, r->mem, c->name, r->today, ""), r->today, "" }) : 404;
}

/* "7 2": days from 1 to 60. */
static bool
are_days(struct req *r, const char *value)
{
	char *copy = mem_text(r->mem, value), *word;
	int64_t n;

	while ((word = strsep(&copy, " ")))
		if (*word && (!text_number(word, 0, &n) || n < 1 || n > 60))
			return false;
	return true;
}

/* As it is kept, or a fault beside the field. */
static const char *
judge(struct req *r, const struct choice *c, const char *value)
{
	int64_t n = text_length(value);
	const char *min = number(r, c->min, 0), *max = number(r, c->max, 0);

	if (c->number && !text_number(value, 0, &n))
		form_wrong(r->form, "value", "Không phải số nguyên: viết như 30");
	else if (n < c->min || n > c->max)
		form_wrong_at(r->form, "value", tr(r->lang, "Giá trị"), tr_with(r->mem, r->lang,
		    c->number ? "Ngoài giới hạn: ghi số từ {1} đến {2}"
		    : "Ngoài giới hạn: ghi từ {1} đến {2} ký tự", min, max, NULL));
	else if (c->days && !are_days(r, value))
		form_wrong(r->form, "value", "Chỉ ghi số ngày từ 1 đến 60, cách nhau bằng dấu cách, như: 7 2");
	return c->number ? mem_printf(r->mem, "%lld", (long long)n) : value;
}

int
account_setting_save(struct req *r)
{
	const struct choice *c = choice_asked(r);
	struct wanted w;

	if (!c)
		return 404;
	form_read(r->form, r->mem, wanted_fields, &w);
	if (c->roles)
		w.value = ticked(r);
	const char *value = judge(r, c, w.value);
	if (text_is_day(w.valid_from) && strcmp(w.valid_from, r->today) < 0)
		form_wrong(r->form, "valid_from", "Đã qua: ghi hôm nay hoặc một ngày sau; những ngày đã qua giữ như đã áp dụng");
	if (form_faults(r->form))
		return show_setting(r, 422, c, &w);
	const char *was = setting_get(r->db, r->mem, c->name, w.valid_from, "");
	if (!strcmp(value, was)) {
		form_wrong(r->form, "value", "Vào ngày ấy giá trị đã như vậy: đổi giá trị, hoặc quay lại danh sách");
		return show_setting(r, 422, c, &w);
	}
	setting_put(r->db, c->name, value, w.valid_from, w.document);
	changed(r, c->name, in_words(r, c, was), in_words(r, c, value));
	changed(r, "valid_from", "", w.valid_from);
	changed(r, "document", "", w.document);
	account_act_as(r, "setting.change");
	audit(r, "setting.change", r->id);
	said_with(r, "Đã đổi: {1}, áp dụng từ ngày {2}", tr(r->lang, c->label),
	    text_of_day(r->mem, w.valid_from));
	return go(r, "/account/setting");
}
