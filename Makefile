# make         every program, into build/
# make run     the portal on http://127.0.0.1:8080/ (PORT=, VAR=, SAMPLE=0)
# make test    every test; the last line is "N passed, N failed"
# make asan    the tests in C, under the address and undefined sanitizers
# make fuzz    a million runs on each reader of what strangers send (RUNS=, or SECONDS= each)
# make soak    for a night: both of these (a minute a reader), ten minutes of killing
#              (SOAK=600), migrations killed at twenty points each, each operation of the
#              disk failing in turn in the units of tests/work.c, in others so many
#              (MANY=12), as of the pieces of memory, each of these in sending, deciding,
#              issuing (an hour or two by itself), the corpora of what breaks out as a whole, two
#              scanners, a gigabyte backed up and brought back,
#              and more rounds of the rest; a part alone: soak-kill, soak-migrate, soak-fault,
#              soak-memory, soak-corpus, soak-scan, soak-guess, soak-large
# make bench   how fast it is, against yardsticks of the same run (docs/bench.md)
# make pictures  those of the guide, docs/pictures: the run in the browser on the sample's
#              plan; a page is pictured where its step says picture('name')
# make clean
#
# FACES=all node tests/browser.mjs (after make) pictures each step on both plans at the
# desk, on a phone and on A4, into tests/out, to be looked at.
#
# A page program, tool, room, migration, template or test is found by its
# place: nothing here names one.

# All cores, unless -j says how many.
ifeq ($(MAKELEVEL),0)
MAKEFLAGS += -j$(shell nproc)
endif
# None of make's own rules are used here, and it would try each on every header.
MAKEFLAGS += -r

CC       = gcc
CXX      = g++
O        = build
# -g1 tells a backtrace its lines and takes a sixth of the time of -g; to look into variables,
# CFLAGS='-std=gnu17 -O1 -g'.
CFLAGS   = -std=gnu17 -O2 -g1
CXXFLAGS = -std=c++17 -O2 -g1
WARN     = -Wall -Wextra -Wshadow -Wformat=2 -Werror
HARDEN   = -fstack-protector-strong -D_FORTIFY_SOURCE=2 -fPIE
FLAGS    = $(WARN) $(HARDEN) $(SANITIZE) -I. -MMD -MP -D_GNU_SOURCE
# gold, of the same package as ld, takes a quarter of its time; 150 programs are linked.
LIBS     = -fuse-ld=gold -pie -Wl,-z,relro,-z,now -lfcgi -lsqlite3 -lcmark -lctemplate_nothreads \
	-lseccomp -lsodium -licuuc -licui18n -lzip -lexpat -lmagic

RUNS    = 1000000
SECONDS = 0
SOAK    = 600
MANY    = 12
PORT    = 8080
VAR     = var
SAMPLE  = 1

PAGES  = $(patsubst cgi-bin/%.c,%,$(wildcard cgi-bin/*.c))
TOOLS  = $(patsubst cgi-bin/tool/%.c,%,$(wildcard cgi-bin/tool/*.c))
TESTS  = $(patsubst tests/%.c,%,$(wildcard tests/*_test.c))
FUZZES = $(patsubst tests/fuzz/%.c,%,$(wildcard tests/fuzz/*.c))
PORTAL = $(sort $(wildcard db/migrations/portal/*.sql))
SECRET = $(sort $(wildcard db/migrations/secret/*.sql))
FILES  = $(sort $(wildcard db/migrations/files/*.sql))

# Those in C++ take longest, and so come first.
ROOMS  = $(wildcard cgi-bin/lib/*.cc) \
	$(filter-out %/main.c,$(wildcard cgi-bin/lib/*.c)) $(wildcard db/*.c)
LIB    = $(patsubst %,$O/%.o,$(basename $(ROOMS)))

all: $(PAGES:%=$O/bin/%) $(TOOLS:%=$O/bin/%) $O/locations.conf $O/limits.conf

$(PAGES:%=$O/bin/%): $O/bin/%: $O/cgi-bin/%.o $O/cgi-bin/lib/main.o $O/portal.a
	@mkdir -p $(@D)
	$(CXX) $(SANITIZE) -o $@ $^ $(LIBS)
$(TOOLS:%=$O/bin/%): $O/bin/%: $O/cgi-bin/tool/%.o $O/portal.a
	@mkdir -p $(@D)
	$(CXX) $(SANITIZE) -o $@ $^ $(LIBS)
# Mail is this one's alone: the others shall not carry its library with them.
$O/bin/mailer: LIBS += -lcurl
# PDF is one page program's, and of who reads files for the search; and their tests'.
$O/bin/intake $O/bin/indexer $O/tests/intake_test $O/tests/reading_test $O/tests/plan_test \
    $O/tests/attach_words_test $O/tests/jail_test $O/tests/probe-indexer: LIBS += -lpoppler
$O/tests/%-intake: LIBS += -lpoppler
# Its classes are not built to be asked for their types by a sanitizer (vptr).
$O/cgi-bin/lib/pdf.o: FLAGS += -isystem /usr/include/poppler -fno-sanitize=vptr
# The second factor is this one's: its codes, and the picture of its key.
$O/bin/account $O/tests/account_test: LIBS += -loath -lqrencode
$O/tests/account_%_test: LIBS += -loath -lqrencode
$O/tests/%-account: LIBS += -loath -lqrencode
# Two rooms may have one name on two floors (file): q, for r would take one for the other.
$O/portal.a: $(LIB)
	rm -f $@; ar qcs $@ $^

# Tests are run once for each time they are built; yardsticks are built as what they measure.
$O/tests/%.o: CFLAGS += -O1
$O/tests/bench/%.o: CFLAGS += -O2
$O/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(FLAGS) -c -o $@ $<
$O/%.o: %.cc
	@mkdir -p $(@D)
	$(CXX) $(CXXFLAGS) $(FLAGS) -c -o $@ $<

# One nginx location a page program, with the body limit that it declares; and how its page of
# 413 tells that limit.  A program that prints it ends at once and frees nothing, which is no leak.
of_each = @for p in $(PAGES); do ASAN_OPTIONS=detect_leaks=0 $O/bin/$$p $1 || exit 1; done >$@.new && mv $@.new $@
$O/locations.conf: $(PAGES:%=$O/bin/%)
	$(call of_each,--location)
$O/limits.conf: $(PAGES:%=$O/bin/%)
	$(call of_each,--limit)

# Programs refuse a database that does not stand at the last migration.
$O/db/db.o: FLAGS += -DSCHEMA_PORTAL=$(words $(PORTAL)) -DSCHEMA_SECRET=$(words $(SECRET)) \
	-DSCHEMA_FILES=$(words $(FILES))
$O/db/db.o: $(PORTAL) $(SECRET) $(FILES)

# tests/plan_test.c tests the page program plan, and so does tests/plan_x_test.c;
# tests/db_test.c tests none.
page_of = $(filter $(PAGES),$(firstword $(subst _, ,$1)))
$(foreach t,$(TESTS),$(if $(call page_of,$t),$(eval $O/tests/$t: $O/cgi-bin/$(call page_of,$t).o)))
$(TESTS:%=$O/tests/%): $O/tests/%: $O/tests/%.o $O/tests.a $O/portal.a
	$(CXX) $(SANITIZE) $(WRAP) -o $@ $(filter %.o,$^) $O/tests.a $O/portal.a $(LIBS) -ljansson
$O/tests.a: $(patsubst %,$O/tests/%.o,test bare scene scene_page matrix finding forms payload payload_eye craft upload_item \
    filename_item paper escape)
	rm -f $@; ar rcs $@ $^
# What fails it, it puts itself in the place of.
$O/tests/attach_words_test: WRAP = -Wl,--wrap=sqlite3_step,--wrap=reader_words
$O/tests/kind_test: WRAP = -Wl,--wrap=magic_buffer,--wrap=magic_errno
# Between the steps of a copy something is done; or what was copied is no longer so.
$O/tests/backup_test: WRAP = -Wl,--wrap=base_copy,--wrap=pack
# A program that is jailed and no page, by another name than main(); and what it does then.
$O/tests/jail_test: WRAP = -Wl,--wrap=seccomp_load,--wrap=jail,--wrap=jail_keeper,--wrap=attach_words
$O/tests/jail_test: $O/tests/indexer.o
$O/tests/indexer.o: cgi-bin/tool/indexer.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(FLAGS) -Dmain=indexer_main -c -o $@ $<
# SQLite's own files, as a test holds them.
$O/tests/wal_test: $O/tests/disk.o $O/tests/disk_log.o $O/tests/upkeep.o
# Every page program against the matrix of rights.
POLICIES = $(PAGES:%=policy-%)
$(POLICIES:%=$O/tests/%): $O/tests/policy-%: $O/tests/policy.o $O/cgi-bin/%.o \
    $O/tests.a $O/portal.a
	$(CXX) $(SANITIZE) -o $@ $(filter %.o,$^) $O/tests.a $O/portal.a $(LIBS) -ljansson
# Each under those who type what breaks out.
INJECTS = $(PAGES:%=inject-%)
$(INJECTS:%=$O/tests/%): $O/tests/inject-%: $O/tests/inject.o $O/cgi-bin/%.o \
    $O/tests.a $O/portal.a
	$(CXX) $(SANITIZE) -o $@ $(filter %.o,$^) $O/tests.a $O/portal.a $(LIBS) -ljansson
# Each over what those have typed.
SHOWNS = $(PAGES:%=shown-%)
$(SHOWNS:%=$O/tests/%): $O/tests/shown-%: $O/tests/shown.o $O/cgi-bin/%.o \
    $O/tests.a $O/portal.a
	$(CXX) $(SANITIZE) -o $@ $(filter %.o,$^) $O/tests.a $O/portal.a $(LIBS) -ljansson
# And each as if it were an attacker's; and one that is no page.
PROBED = $(PAGES:%=probe-%)
PROBES = $(PROBED) probe-indexer
$(PROBED:%=$O/tests/%): $O/tests/probe-%: $O/tests/probe.o $O/cgi-bin/%.o
$O/tests/probe-indexer: $O/tests/probe.o $O/tests/indexer_page.o
$(PROBES:%=$O/tests/%): $O/tests.a $O/portal.a
	$(CXX) $(SANITIZE) -o $@ $(filter %.o,$^) $O/tests.a $O/portal.a $(LIBS) -ljansson

# And each with a disk and a memory that fail, and a power that goes.
FAULTS = $(PAGES:%=fault-%)
$(FAULTS:%=$O/tests/%): $O/tests/fault-%: $O/tests/fault.o $O/tests/cut.o $O/tests/work.o \
    $O/tests/disk.o $O/tests/disk_log.o $O/tests/memory.o $O/tests/upkeep.o $O/cgi-bin/%.o \
    $O/tests.a $O/portal.a
	$(CXX) $(SANITIZE) -o $@ $(filter %.o,$^) $O/tests.a $O/portal.a $(LIBS) -ljansson

# And each with a statement that fails.
HALTS = $(PAGES:%=halt-%)
$(HALTS:%=$O/tests/%): $O/tests/halt-%: $O/tests/halt.o $O/cgi-bin/%.o \
    $O/tests.a $O/portal.a
	$(CXX) $(SANITIZE) -Wl,--wrap=sqlite3_step -o $@ $(filter %.o,$^) $O/tests.a $O/portal.a $(LIBS) -ljansson

# Each fuzzer's harness, put together of its own rooms.
ONCES = $(FUZZES:%=once-%)
$(ONCES:%=$O/tests/%): $O/tests/once-%: $O/tests/fuzz/%.o $O/tests/once.o $O/tests/test.o $O/tests.a $O/portal.a
	$(CXX) $(SANITIZE) -o $@ $(filter %.o,$^) \
	    $(patsubst %.c,$O/%.o,$(sort $(shell sed -n 's/^ \* rooms: //p' tests/fuzz/$*.c))) $(LIBS) -loath

# Migrated, empty and in one file each: every case copies them.
$O/tests/whole: $O/tests/whole.o $O/portal.a
	$(CXX) $(SANITIZE) -o $@ $^ $(LIBS)
$O/test.portal.db: $O/bin/migrate $O/tests/whole $(PORTAL)
	@rm -f $@* $O/raw.portal.db*
	@$O/bin/migrate $O/raw.portal.db $(PORTAL) >/dev/null
	@$O/tests/whole $O/raw.portal.db $@
$O/test.secret.db: $O/bin/migrate $O/tests/whole $(SECRET)
	@rm -f $@* $O/raw.secret.db*
	@$O/bin/migrate $O/raw.secret.db $(SECRET) >/dev/null
	@$O/tests/whole $O/raw.secret.db $@
$O/test.files.db: $O/bin/migrate $O/tests/whole $(FILES)
	@rm -f $@* $O/raw.files.db*
	@$O/bin/migrate $O/raw.files.db $(FILES) >/dev/null
	@$O/tests/whole $O/raw.files.db $@

CHECKS = $(TESTS) $(POLICIES) $(INJECTS) $(SHOWNS) $(PROBES) $(HALTS) $(ONCES) $(FAULTS)
check: all $O/test.portal.db $O/test.secret.db $O/test.files.db $(CHECKS:%=$O/tests/%)
	@O=$O MANY= sh tests/check.sh $(CHECKS)

test:
	@sh tests/need.sh test
	@bash tests/all.sh

asan:
	@sh tests/need.sh test
	+$(MAKE) O=build/asan HARDEN=-fPIE \
	    SANITIZE="-fsanitize=address,undefined -fno-sanitize-recover=undefined" check

# The readers under libFuzzer, built by clang apart from all else.
FUZZ_ROOMS = $(filter %.c,$(ROOMS))
$(FUZZES:%=build/fuzz/%): build/fuzz/%: tests/fuzz/%.c tests/fuzz/packed.h tests/craft.c $(ROOMS)
	@mkdir -p $(@D)
	clang -std=gnu17 -O1 -g -w -I. -D_GNU_SOURCE -DSCHEMA_PORTAL=0 -DSCHEMA_SECRET=0 -DSCHEMA_FILES=0 \
	    -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined \
	    -o $@ $< $(sort $(shell sed -n 's/^ \* rooms: //p' tests/fuzz/$*.c)) \
	    -licuuc -licui18n -lsodium -lsqlite3 -lzip -lexpat -lcmark -lmagic -loath -lm
fuzz:
	@sh tests/need.sh fuzz
	+$(MAKE) $(FUZZES:%=build/fuzz/%)
	@printf '%s\n' $(FUZZES) | xargs -P $$(nproc) -I{} sh tests/fuzz/run.sh {} $(RUNS) $(SECONDS)

# The yardsticks, and the generator of provinces; submit asks for what report may.
BENCHES = $(patsubst tests/bench/%.c,$O/bench/%,$(filter-out %/part.c,$(wildcard tests/bench/*.c)))
$O/bench/submit: $O/cgi-bin/report.o
$(BENCHES): $O/bench/%: $O/tests/bench/%.o $O/portal.a
	@mkdir -p $(@D)
	$(CXX) $(SANITIZE) -o $@ $(filter %.o,$^) $O/portal.a $(LIBS)
# What a page of a program goes into.
PARTS = $O/bench/part-plan $O/bench/part-report
$(PARTS): $O/bench/part-%: $O/tests/bench/part.o $O/cgi-bin/%.o $O/portal.a
	@mkdir -p $(@D)
	$(CXX) $(SANITIZE) -Wl,--wrap=sqlite3_step,--wrap=view_render -o $@ $(filter %.o,$^) $O/portal.a $(LIBS) -ljansson
bench:
	@sh tests/need.sh bench
	@$(MAKE) -s all $(BENCHES) $(PARTS)
	@node tests/bench/bench.mjs

soak:
	@for what in test fuzz scan; do sh tests/need.sh $$what || exit 1; done
	+$(MAKE) soak-kill
	+$(MAKE) soak-migrate
	+$(MAKE) soak-large
	+$(MAKE) soak-fault
	+$(MAKE) soak-memory
	+$(MAKE) soak-corpus
	+$(MAKE) soak-scan
	+$(MAKE) soak-guess
	+$(MAKE) asan
	+$(MAKE) fuzz SECONDS=60

# Of the units in tests/work.c those that must not go wrong: to send, to decide, to issue.
OF_WORK = fault-report fault-award fault-plan

# Its parts, each by itself; who is killed is disturbed by other work on the machine.
soak-ready:
	@sh tests/need.sh test
	+$(MAKE) all $O/test.portal.db $O/test.secret.db $O/test.files.db
soak-kill: soak-ready
	+$(MAKE) $O/tests/reading_test
	READING_ROUNDS=1000 $O/tests/reading_test
	node tests/kill.mjs $$(( $(SOAK) / 2 ))
	node tests/rivals.mjs 500
soak-migrate: soak-ready
	+$(MAKE) $O/tests/counter_test $O/tests/migrate_test $O/tests/outline_test
	for t in counter migrate outline; do PORTAL_SOAK=1 TEST_PORTAL_DB=$O/test.portal.db \
	    $O/tests/$${t}_test || exit 1; done
# A gigabyte of files copied and brought back; what searching takes by what is hidden.
soak-large: soak-ready
	+$(MAKE) $O/tests/backup_test $O/tests/search_test
	for t in backup search; do PORTAL_SOAK=1 O=$O TEST_PORTAL_DB=$O/test.portal.db \
	    TEST_SECRET_DB=$O/test.secret.db TEST_FILES_DB=$O/test.files.db $O/tests/$${t}_test \
	    2>$O/large.log || { cat $O/large.log; exit 1; }; grep -a "^$${t}_test:" $O/large.log; done
soak-fault: soak-ready
	+$(MAKE) $(FAULTS:%=$O/tests/%)
	@O=$O MANY=$(MANY) sh tests/check.sh $(FAULTS)
	@grep -ah '^fault-[a-z]*: [0-9]* commits\|^fault-[a-z]*: seed' $(FAULTS:%=$O/tests/%.log)
soak-memory: soak-ready
	+$(MAKE) $(OF_WORK:%=$O/tests/%)
	@O=$O MANY=open sh tests/check.sh fault-report
	@grep -ah ': each of\|^fault-[a-z]*: seed' $O/tests/fault-report.log
	@for how in sqlite each; do O=$O MANY=$$how sh tests/check.sh $(OF_WORK) || exit 1; \
	    grep -ah ': each of\|^fault-[a-z]*: seed' $(OF_WORK:%=$O/tests/%.log); done
soak-corpus: soak-ready
	+$(MAKE) $(INJECTS:%=$O/tests/%) $(SHOWNS:%=$O/tests/%)
	@CORPUS=all O=$O sh tests/check.sh $(INJECTS) $(SHOWNS)
	CORPUS=all node tests/alive.mjs
# What strangers scan with.
soak-scan: soak-ready
	@sh tests/need.sh scan
	node tests/soak/scan.mjs
soak-guess: soak-ready
	+$(MAKE) $O/tests/account_guess_test
	@TEST_PORTAL_DB=$O/test.portal.db TEST_SECRET_DB=$O/test.secret.db GUESSES=301 \
	    $O/tests/account_guess_test 2>$O/guesses.log || { cat $O/guesses.log; exit 1; }
	@grep -aE 'an hour|middle' $O/guesses.log

pictures:
	@sh tests/need.sh test
	@$(MAKE) -s all
	@mkdir -p docs/pictures
	@SEEDS=/dev/null PICTURES=docs node tests/browser.mjs

run:
	@sh tests/need.sh run
	@$(MAKE) -s all
	@exec setpriv --pdeathsig TERM bash tests/run.sh "$(PORT)" "$(VAR)" "$(SAMPLE)"

clean:
	rm -rf build tests/out

.PHONY: all check test asan fuzz bench soak soak-ready soak-kill soak-migrate soak-large soak-fault \
    soak-memory soak-corpus soak-scan soak-guess pictures run clean
.SECONDARY:
# What each was made of; reading it all takes longer than the portal takes to start.
ifneq ($(MAKECMDGOALS),run)
-include $(shell find $O/cgi-bin $O/db $(if $(filter-out all,$(MAKECMDGOALS)),$O/tests) -name '*.d' 2>/dev/null)
endif
