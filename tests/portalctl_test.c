/* portalctl_test.c - the operator's program, on databases of its own. */

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/bare.h"
#include "tests/scene.h"

static char dir[] = "/tmp/portal-ctl-XXXXXX";
static char told[8192];		/* by the last run, on both descriptors */
static struct mem *mem;

static void
run(const char *name, const char *sql)
{
	bare_run(mem_printf(mem, "%s/%s", dir, name), sql);
}

static void
copy(const char *name, const char *env)
{
	char file[100];

	snprintf(file, sizeof(file), "%s/%s", dir, name);
	scene_copy(file, env);
	run(name, "PRAGMA journal_mode = WAL");
}

static const char *
kept(const char *name, const char *sql)
{
	return bare_text(mem, mem_printf(mem, "%s/%s", dir, name), sql);
}

static int
ctl(const char *const argv[])
{
	int status, ends[2];
	size_t n = 0;
	ssize_t got;

	if (pipe(ends))
		exit(1);
	pid_t pid = fork();
	if (!pid) {
		const char *o = getenv("O");
		char file[200];
		snprintf(file, sizeof(file), "%s/bin/portalctl", o ? o : "build");
		dup2(ends[1], 1);
		dup2(ends[1], 2);
		close(ends[0]);
		close(ends[1]);
		setenv("PORTAL_VAR", dir, 1);
		execv(file, (char *const *)argv);
		_exit(127);
	}
	close(ends[1]);
	while ((got = read(ends[0], told + n, sizeof(told) - 1 - n)) > 0)
		n += (size_t)got;
	told[n] = '\0';
	close(ends[0]);
	waitpid(pid, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}
#define CTL(...) ctl((const char *const[]){ "portalctl", __VA_ARGS__, NULL })

static void
a_wrong_command_is_told_the_right_ones(void)
{
	CHECK(ctl((const char *const[]){ "portalctl", NULL }) == 2);
	CHECK(strstr(told, "account add LOGIN") != NULL);
	CHECK(CTL("account") == 2);
	CHECK(CTL("account", "remove") == 2);
}

static void
the_first_administrator_makes_the_first_unit(void)
{
	CHECK(CTL("account", "list") == 0);
	SAME(told, "");
	CHECK(CTL("account", "add", "an", "Nguyễn Văn An", "--role", "admin") == 1);
	CHECK(strstr(told, "--office") != NULL);
	CHECK(CTL("account", "add", "an", "Nguyễn Văn An", "--role", "clerk", "--office", "X") == 1);
	SAME(kept("portal.db", "SELECT count(*) FROM account"), "0");
	SAME(kept("portal.db", "SELECT count(*) FROM unit"), "0");
	CHECK(CTL("account", "add", "an", "Nguyễn Văn An", "--role", "admin", "--office",
	    "UBND tỉnh Thử", "--unit", "T") == 0);
	CHECK(!strncmp(told, "an\t", 3) && strlen(told) == 18);
	SAME(kept("portal.db", "SELECT name_plain || kind FROM unit_name"), "ubnd tinh thuprovince");
	SAME(kept("portal.db", "SELECT account || ability || unit FROM mandate_scope"
	    " WHERE ability = 'account.manage'"), "1account.manage1");
	SAME(kept("portal.db", "SELECT must_change FROM account"), "1");
	SAME(kept("portal.db", "SELECT group_concat(action || address) FROM audit"
	    " WHERE account IS NULL"), "unit.addportalctl,account.addportalctl");
	SAME(kept("secret.db", "SELECT substr(hash, 1, 9) FROM credential"), "$argon2id");
}

static void
what_is_wrong_is_refused(void)
{
	CHECK(CTL("account", "add", "an", "Ai") == 1);
	CHECK(strstr(told, "already") != NULL);
	CHECK(CTL("account", "add", "Hoa", "Hoa") == 1);
	CHECK(CTL("account", "add", "hoa", "") == 1);
	CHECK(CTL("account", "add", "hoa") == 1);
	CHECK(CTL("account", "add", "hoa", "\xff") == 1);
	CHECK(CTL("account", "add", "hoa", "Hoa", "--role", "king") == 1);
	CHECK(CTL("account", "add", "hoa", "Hoa", "--role", "clerk", "--unit", "zz") == 1);
	CHECK(CTL("account", "password", "hoa") == 1);
	SAME(kept("portal.db", "SELECT count(*) FROM account"), "1");
	SAME(kept("secret.db", "SELECT count(*) FROM credential"), "1");
	CHECK(CTL("account", "add", "hoa", "Hoa", "--role", "clerk") == 0);
	SAME(kept("portal.db", "SELECT unit || role FROM mandate WHERE account = 2"), "1clerk");
}

static void
a_new_password_ends_the_sessions(void)
{
	char hash[200];

	snprintf(hash, sizeof(hash), "%s", kept("secret.db", "SELECT hash FROM credential WHERE account = 1"));
	run("portal.db", "UPDATE account SET must_change = 0; INSERT INTO session (token, account,"
	    " secret, created, seen, expires, address, agent) VALUES ('t', 1, '', 0, 0, 9, '', '')");
	CHECK(CTL("account", "password", "an") == 0);
	CHECK(strlen(told) == 18);
	SAME(kept("portal.db", "SELECT count(*) FROM session WHERE ended IS NULL"), "0");
	SAME(kept("portal.db", "SELECT must_change FROM account WHERE id = 1"), "1");
	CHECK(strcmp(kept("secret.db", "SELECT hash FROM credential WHERE account = 1"), hash));
	SAME(kept("portal.db", "SELECT count(*) FROM audit WHERE action = 'account.reset'"), "1");
	SAME(kept("portal.db", "SELECT count(*) FROM audit WHERE action = 'account.reset_begun'"), "1");
	CHECK(CTL("account", "list") == 0);
	SAME(told, "an\tNguyễn Văn An\ton\nhoa\tHoa\ton\n");
}

static void
a_second_factor_is_taken_off_with_a_reason(void)
{
	CHECK(CTL("account", "factor", "an") == 1);
	CHECK(CTL("account", "factor", "an", "") == 1);
	CHECK(CTL("account", "factor", "nobody", "lost") == 1);
	CHECK(CTL("account", "factor", "an", "lost") == 1);
	CHECK(strstr(told, "has no second factor") != NULL);
	SAME(kept("portal.db", "SELECT count(*) FROM audit WHERE action LIKE 'account.factor%'"), "0");
	run("secret.db", "INSERT INTO factor (account, key, made, session, since) VALUES (1, 'K', 1, 0, 1), (2, 'K', 1, 0, 1);"
	    "INSERT INTO factor_code VALUES (1, 'h', NULL)");
	run("portal.db", "UPDATE account SET factor = 1; INSERT INTO session (token, account,"
	    " secret, created, seen, expires, address, agent) VALUES ('u', 1, '', 0, 0, 9, '', '')");
	CHECK(CTL("account", "factor", "an", "Mất máy") == 0);
	SAME(kept("secret.db", "SELECT group_concat(account) FROM factor"), "2");
	SAME(kept("secret.db", "SELECT count(*) FROM factor_code"), "0");
	SAME(kept("portal.db", "SELECT group_concat(id) FROM account WHERE factor IS NOT NULL"), "2");
	SAME(kept("portal.db", "SELECT count(*) FROM session WHERE ended IS NULL"), "0");
	SAME(kept("portal.db", "SELECT group_concat(v.new) FROM audit a JOIN audit_value v ON v.audit = a.id"
	    " WHERE a.action = 'account.factor_reset' AND v.field = 'reason' AND a.entity = 1"), "Mất máy");
	SAME(kept("portal.db", "SELECT count(*) FROM audit WHERE action = 'account.factor_begun'"), "1");
}

static void
check_names_the_first_bad_line(void)
{
	CHECK(CTL("check") == 0);
	CHECK(strstr(told, "trail: ok") && strstr(told, "secret.db: integrity_check: ok"));
	CHECK(strstr(told, "register: ok, 0"));
	run("portal.db", "UPDATE audit SET action = 'x' WHERE id = 2");
	CHECK(CTL("check") == 1);
	CHECK(strstr(told, "trail: BAD from line 2 on") != NULL);
	run("portal.db", "UPDATE audit SET action = 'account.add' WHERE id = 2");
	CHECK(CTL("check") == 0);
	run("portal.db", "DROP TRIGGER audit_value_is_only_emptied; UPDATE audit_value"
	    " SET new = 'Ai khác' WHERE audit = 2 AND field = 'name'");
	CHECK(CTL("check") == 1);
	CHECK(strstr(told, "trail: BAD from line 2 on") != NULL);
	run("portal.db", "UPDATE audit_value SET new = 'Nguyễn Văn An' WHERE audit = 2 AND field = 'name'");
	CHECK(CTL("check") == 0);
	run("portal.db", "DROP TRIGGER audit_is_appended; DROP TRIGGER audit_is_kept;"
	    "INSERT INTO audit VALUES (-7, 5, NULL, NULL, '', 'x', 1, 'x')");
	CHECK(CTL("check") == 1);
	CHECK(strstr(told, "trail: BAD, a line stands before the first") != NULL);
	run("portal.db", "DELETE FROM audit WHERE id < 1");
	CHECK(CTL("check") == 0);
	run("portal.db", "PRAGMA foreign_keys = OFF; UPDATE mandate SET unit = 77 WHERE id = 1");
	CHECK(CTL("check") == 1);
	CHECK(strstr(told, "foreign_key_check: BAD") != NULL);
}

static void
write_file(const char *name, const char *bytes)
{
	char file[100];

	snprintf(file, sizeof(file), "%s/%s", dir, name);
	FILE *f = fopen(file, "w");
	fputs(bytes, f);
	fclose(f);
}

static const char *
in_dir(const char *name)
{
	static char file[2][100];
	static int i;

	i = !i;
	snprintf(file[i], sizeof(file[i]), "%s/%s", dir, name);
	return file[i];
}

static void
an_outline_needs_no_database(void)
{
	write_file("plan.txt", "Số: 7/KH-UBND\nXã An, ngày 5 tháng 3 năm 2026\n\nKẾ HOẠCH\n"
	    "Giúp nhau\n\nI. VIỆC\n1. Làm\nmột.\n");
	CHECK(CTL("outline", in_dir("plan.txt")) == 0);
	CHECK(*told == '{' && strstr(told, "7/KH-UBND") && strstr(told, "2026-03-05"));
	CHECK(strstr(told, "\"missing\"") && strstr(told, "signer.name"));
	CHECK(CTL("outline", "--markdown", in_dir("plan.txt")) == 0);
	CHECK(strstr(told, "Làm một.") && !strstr(told, "{"));
	CHECK(CTL("outline", in_dir("plan.txt"), "--markdown") == 0);
	CHECK(*told == '#');
	CHECK(CTL("outline") == 1);
	CHECK(CTL("outline", in_dir("plan.txt"), in_dir("plan.txt")) == 1);
	CHECK(CTL("outline", "--json") == 1);
	CHECK(CTL("outline", in_dir("no-such")) == 1);
	CHECK(strstr(told, "No such file") != NULL);
	CHECK(CTL("outline", dir) == 1);
	write_file("odd.txt", "K\xff");
	CHECK(CTL("outline", in_dir("odd.txt")) == 1);
	CHECK(strstr(told, "UTF-8") != NULL);
}

static void
units_come_all_or_none(void)
{
	write_file("bad.csv", "Mã,Tên,Loại,Mã cấp trên\nX1,Xã Một,commune,T\nX2,,commune,T\n"
	    "X3,Xã Ba,hamlet,T\n");
	CHECK(CTL("import", "units", in_dir("bad.csv")) == 1);
	CHECK(strstr(told, "dòng 3, cột Tên") && strstr(told, "dòng 4, cột Loại"));
	SAME(kept("portal.db", "SELECT count(*) FROM unit"), "1");
	write_file("good.csv", "Mã,Tên,Loại,Mã cấp trên\nX1,Xã Một,commune,T\nX2,Xã Hai,commune,T\n");
	CHECK(CTL("import", "units", in_dir("good.csv"), "--dry-run") == 0);
	CHECK(strstr(told, "2 added") != NULL);
	CHECK(CTL("import", "units", "--dry-run", in_dir("good.csv")) == 0);
	SAME(kept("portal.db", "SELECT count(*) FROM unit"), "1");
	CHECK(CTL("import", "units", in_dir("good.csv")) == 0);
	SAME(kept("portal.db", "SELECT count(*) FROM unit"), "3");
	SAME(kept("portal.db", "SELECT count(*) FROM audit WHERE action = 'unit.import'"
	    " AND account IS NULL AND address = 'portalctl'"), "2");
	CHECK(CTL("import", "units", in_dir("good.csv")) == 0);
	CHECK(strstr(told, "2 unchanged") != NULL);
	SAME(kept("portal.db", "SELECT count(*) FROM audit WHERE action = 'unit.import'"), "2");
	CHECK(CTL("import", "units") == 1);
	CHECK(CTL("import", "units", in_dir("plan.txt")) == 1);
	CHECK(CTL("import") == 2);
}

static void
a_plan_becomes_a_draft_of_its_unit(void)
{
	CHECK(CTL("import", "plan", in_dir("plan.txt")) == 1);
	CHECK(CTL("import", "plan", in_dir("plan.txt"), "--unit", "zz") == 1);
	CHECK(CTL("import", "plan", in_dir("odd.txt"), "--unit", "X1") == 1);
	SAME(kept("portal.db", "SELECT count(*) FROM plan"), "0");
	CHECK(CTL("import", "plan", in_dir("plan.txt"), "--unit", "X1") == 0);
	CHECK(!strncmp(told, "plan 1\n", 7) && strstr(told, "missing signer.name\n"));
	CHECK(!strstr(told, "missing number"));
	SAME(kept("portal.db", "SELECT c.state || p.number || u.code FROM plan p"
	    " JOIN flow_case c ON c.id = p.flow_case JOIN unit u ON u.id = p.unit"),
	    "draft7/KH-UBNDX1");
	SAME(kept("portal.db", "SELECT count(*) FROM audit WHERE action = 'plan.add'"), "1");
	CHECK(CTL("import", "plan", "--unit", "X2", in_dir("plan.txt")) == 0);
	SAME(kept("portal.db", "SELECT count(*) FROM plan"), "2");
}

static void
sweep(void)
{
	static const char *const files[] = { "portal.db", "portal.db-wal", "portal.db-shm",
	    "secret.db", "secret.db-wal", "secret.db-shm",
	    "files.db", "files.db-wal", "files.db-shm", "plan.txt", "odd.txt", "bad.csv",
	    "good.csv" };

	for (size_t i = 0; i < sizeof(files) / sizeof(*files); i++)
		unlink(in_dir(files[i]));
}

static void
a_sample_goes_into_empty_databases_only(void)
{
	char before[20];

	snprintf(before, sizeof(before), "%s", kept("portal.db", "SELECT count(*) FROM unit"));
	CHECK(CTL("sample", "db/sample") == 1);
	CHECK(strstr(told, "empty databases only") != NULL);
	SAME(kept("portal.db", "SELECT count(*) FROM unit"), before);
	sweep();
	copy("portal.db", "TEST_PORTAL_DB");
	copy("secret.db", "TEST_SECRET_DB");
	copy("files.db", "TEST_FILES_DB");
	CHECK(CTL("sample") == 1);
	CHECK(CTL("sample", "db/no-such") == 1);
	CHECK(CTL("account", "list") == 0);
	SAME(told, "");
	CHECK(CTL("sample", "db/sample") == 0);
	CHECK(strstr(told, "specialist") && strstr(told, "auditor"));
	CHECK(CTL("check") == 0);
	CHECK(CTL("sample", "db/sample") == 1);
	/* a unit without people is enough to refuse */
	sweep();
	copy("portal.db", "TEST_PORTAL_DB");
	copy("secret.db", "TEST_SECRET_DB");
	copy("files.db", "TEST_FILES_DB");
	write_file("good.csv", "Mã,Tên,Loại,Mã cấp trên\nT,Tỉnh,province,\n");
	CHECK(CTL("import", "units", in_dir("good.csv")) == 0);
	CHECK(CTL("sample", "db/sample") == 1);
}

/* As maintain would, of that line at that moment. */
static void
seal(int id, int line, const unsigned char *key)
{
	unsigned char mac[32];
	char sql[400], text[200], hex[65];
	const char *chain;

	snprintf(sql, sizeof(sql), "SELECT chain FROM audit WHERE id = %d", line);
	chain = kept("portal.db", sql);
	snprintf(text, sizeof(text), "%d|%s|%d", line, chain, 1000 + id);
	crypto_auth_hmacsha256(mac, (unsigned char *)text, strlen(text), key);
	sodium_bin2hex(hex, sizeof(hex), mac, sizeof(mac));
	snprintf(sql, sizeof(sql), "INSERT INTO seal VALUES (%d, %d, %d, '%s', '%s')", id,
	    1000 + id, line, chain, hex);
	run("portal.db", sql);
}

static void
put_key(const unsigned char *key, size_t n)
{
	char file[100];

	snprintf(file, sizeof(file), "%s/seal.key", dir);
	unlink(file);
	FILE *f = n ? fopen(file, "wb") : NULL;
	if (f) {
		fwrite(key, 1, n, f);
		fclose(f);
	}
}

static void
check_names_the_first_bad_seal(void)
{
	static const unsigned char key[32] = "a key that maintain alone holds";
	static const unsigned char other[32] = "a key of somebody else's making";

	CHECK(CTL("check") == 0 && strstr(told, "seals: ok"));	/* none, and no key */
	put_key(key, 32);
	seal(1, 1, key);
	seal(2, 2, key);
	CHECK(CTL("check") == 0 && strstr(told, "seals: ok"));
	put_key(key, 0);
	CHECK(CTL("check") == 1 && strstr(told, "seal.key cannot be read"));
	put_key(key, 31);
	CHECK(CTL("check") == 1 && strstr(told, "is no key of 32 bytes"));
	put_key(key, 32);
	/* forged by another key */
	seal(3, 2, other);
	CHECK(CTL("check") == 1 && strstr(told, "seals: BAD at seal 3"));
	CHECK(strstr(told, "trail: ok") != NULL);
	run("portal.db", "DROP TRIGGER seal_is_kept; DELETE FROM seal WHERE id = 3");
	/* of a line that has changed since, or is there no more */
	run("portal.db", "DROP TRIGGER seal_is_fixed; DROP TRIGGER audit_is_fixed;"
	    " CREATE TABLE aside AS SELECT chain FROM audit WHERE id = 2;"
	    " UPDATE audit SET chain = 'x' WHERE id = 2");
	CHECK(CTL("check") == 1 && strstr(told, "seals: BAD at seal 2"));
	run("portal.db", "UPDATE audit SET chain = (SELECT chain FROM aside) WHERE id = 2");
	run("portal.db", "UPDATE seal SET audit = 99 WHERE id = 1");
	CHECK(CTL("check") == 1 && strstr(told, "seals: BAD at seal 1"));
	run("portal.db", "UPDATE seal SET audit = 1 WHERE id = 1");
	CHECK(CTL("check") == 0);
	/* one is missing */
	run("portal.db", "DELETE FROM seal WHERE id = 1");
	CHECK(CTL("check") == 1 && strstr(told, "seals: BAD at seal 1"));
	run("portal.db", "DELETE FROM seal");
	put_key(key, 0);
}

/* SHA-256 of "abc". */
#define ABC "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

static void
check_names_the_first_bad_file(void)
{
	CHECK(CTL("check") == 0 && strstr(told, "files: ok, 0") && strstr(told, "files.db: integrity_check: ok"));
	run("files.db", "INSERT INTO file (id, hash, size, at) VALUES (1, '" ABC "', 3, 5);"
	    " INSERT INTO file_piece VALUES (1, 0, CAST('abc' AS BLOB))");
	run("portal.db", "INSERT INTO attachment (kind, record, hash, name, type, size, at, account)"
	    " VALUES ('x', 1, '" ABC "', 'a.txt', 'text/plain', 3, 5, 1)");
	CHECK(CTL("check") == 0 && strstr(told, "files: ok, 1"));
	run("files.db", "DROP TRIGGER file_piece_is_fixed; UPDATE file_piece SET bytes = CAST('abd' AS BLOB)");
	CHECK(CTL("check") == 1 && strstr(told, "files: BAD at file 1"));
	run("files.db", "UPDATE file_piece SET bytes = CAST('abc' AS BLOB)");
	run("portal.db", "INSERT INTO attachment (kind, record, hash, name, type, size, at, account)"
	    " VALUES ('x', 1, replace('" ABC "', 'b', 'c'), 'b.txt', 'text/plain', 3, 5, 1)");
	CHECK(CTL("check") == 1 && strstr(told, "files: BAD, 1 named and not there"));
	run("portal.db", "UPDATE attachment SET removed = 9 WHERE name = 'b.txt'");
	CHECK(CTL("check") == 0);
}

static void
an_erased_file_leaves_its_hash_and_a_line(void)
{
	CHECK(CTL("file", "erase", ABC) == 1);
	CHECK(CTL("file", "erase", ABC, "") == 1);
	CHECK(CTL("file", "erase", "0123", "QĐ 1") == 1 && strstr(told, "no file has that hash"));
	/* what it said was found, and is no more: not even in the index */
	run("portal.db", "INSERT INTO attached_text (attachment, state, at) SELECT id, 'read', 0 FROM attachment"
	    " WHERE hash = '" ABC "'");
	run("portal.db", "INSERT INTO attached_word (rowid, name, text) SELECT id, name, 'bimatthunhat'"
	    " FROM attachment WHERE hash = '" ABC "'");
	SAME(kept("portal.db", "SELECT count(*) > 0 FROM attached_word_data"
	    " WHERE instr(block, CAST('bimatthunhat' AS BLOB))"), "1");
	CHECK(CTL("file", "erase", ABC, "QĐ 12/QĐ-UBND") == 0);
	SAME(kept("portal.db", "SELECT count(*) FROM attached_word_content"), "0");
	SAME(kept("portal.db", "SELECT count(*) FROM attached_word_data"
	    " WHERE instr(block, CAST('bimatthunhat' AS BLOB))"), "0");
	SAME(kept("portal.db", "SELECT state FROM attached_text"), "gone");
	SAME(kept("files.db", "SELECT hash || size || erased_by FROM file"), ABC "3QĐ 12/QĐ-UBND");
	SAME(kept("files.db", "SELECT count(*) FROM file_piece"), "0");
	SAME(kept("portal.db", "SELECT v.new FROM audit a JOIN audit_value v ON v.audit = a.id"
	    " WHERE a.action = 'file.erase' AND v.field = 'by'"), "QĐ 12/QĐ-UBND");
	CHECK(CTL("file", "erase", ABC, "QĐ 2") == 1 && strstr(told, "erased before"));
	CHECK(CTL("check") == 0 && strstr(told, "files: ok, 1"));
}

int
main(void)
{
	if (!mkdtemp(dir))
		return 1;
	mem = mem_new();
	copy("portal.db", "TEST_PORTAL_DB");
	copy("secret.db", "TEST_SECRET_DB");
	copy("files.db", "TEST_FILES_DB");
	a_wrong_command_is_told_the_right_ones();
	the_first_administrator_makes_the_first_unit();
	what_is_wrong_is_refused();
	a_new_password_ends_the_sessions();
	a_second_factor_is_taken_off_with_a_reason();
	an_outline_needs_no_database();
	units_come_all_or_none();
	a_plan_becomes_a_draft_of_its_unit();
	check_names_the_first_bad_file();
	an_erased_file_leaves_its_hash_and_a_line();
	check_names_the_first_bad_seal();
	check_names_the_first_bad_line();
	a_sample_goes_into_empty_databases_only();
	sweep();
	rmdir(dir);
	return done();
}
