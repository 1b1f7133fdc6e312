# nanopat. `make` builds ./nanopat and libnanopat.a; `make demo` and `make test`
# first install what is missing. SAN=address,undefined or SAN=thread: sanitizers.

PACKAGES = gcc make pkg-config libxml2-dev libpcre2-dev libsqlite3-dev zlib1g-dev libisal-dev \
           libarchive-dev libjansson-dev libutf8proc-dev \
           libxxhash-dev libmicrohttpd-dev libcmocka-dev sqlite3 zip unzip curl
LIBS     = libxml-2.0 libpcre2-8 sqlite3 zlib libarchive jansson libutf8proc libxxhash libmicrohttpd

WARN   = -Wall -Wextra -Wshadow -Wvla -Wstrict-prototypes -Wmissing-prototypes -Wwrite-strings
OPT   ?= -O2 -g
HARDEN = -fstack-protector-strong -fPIE
LINK   = -pie -Wl,-z,relro,-z,now
ifdef DEV
WARN  += -Werror
endif

comma := ,
B = build
ifdef SAN
B = build-$(subst $(comma),-,$(SAN))
OPT = -O1 -g -fno-omit-frame-pointer -fsanitize=$(SAN)
WARN += -Wno-format-truncation # the sanitizers' null checks mislead it
LINK += -fsanitize=$(SAN)
PROGRAM = $(B)/nanopat
LIBRARY = $(B)/libnanopat.a
else
PROGRAM = nanopat
LIBRARY = libnanopat.a
endif
Q = $(if $(V),,@echo "  CC  $<";)
ifeq ($(wildcard /usr/include/isa-l/igzip_lib.h /usr/include/isa-l.h),)
else ifndef NO_ISAL
DEFINES += -DHAVE_ISAL
ISAL = -lisal
endif

INCLUDES := -Iinclude $(shell pkg-config --cflags $(LIBS) 2>/dev/null)
LDLIBS   := $(shell pkg-config --libs $(LIBS) 2>/dev/null) $(ISAL) -lm -lpthread
CFLAGS   += -std=c11 -D_GNU_SOURCE $(DEFINES) $(WARN) $(OPT) $(HARDEN) $(INCLUDES)

SOURCES := $(wildcard engine/*.c engine/base/*.c engine/model/*.c engine/input/*.c \
             engine/classify/*.c engine/store/*.c engine/link/*.c engine/scoring/*.c \
             engine/query/*.c engine/output/*.c parsers/*.c)
CLI     := $(wildcard engine/cli/*.c)
UNIT    := $(wildcard tests/unit/test_*.c)
BENCH   := $(wildcard tests/bench/*.c)
OBJECTS := $(SOURCES:%.c=$B/%.o) $B/engine/output/style.css.o
UNITS   := $(UNIT:tests/unit/%.c=$B/unit/%)

all: $(PROGRAM)

$(LIBRARY): $(OBJECTS)
	@rm -f $@
	@ar rcs $@ $^

$(PROGRAM): $(CLI:%.c=$B/%.o) $(LIBRARY)
	@$(if $(V),,echo "  LD  $@";) $(CC) $(LINK) -o $@ $(CLI:%.c=$B/%.o) $(LIBRARY) $(LDLIBS)

$B/world: $(BENCH:%.c=$B/%.o) $(LIBRARY)
	@$(if $(V),,echo "  LD  $@";) $(CC) $(LINK) -o $@ $^ $(LDLIBS)

$B/measure: $B/tests/bench/measure/measure.o
	@$(CC) $(LINK) -o $@ $<

$B/classify-bench: $B/tests/bench/classify/classify.o $(LIBRARY)
	@$(CC) $(LINK) -o $@ $^ $(LDLIBS)

$B/sheets: $B/tests/bench/sheets/sheets.o $(LIBRARY)
	@$(CC) $(LINK) -o $@ $^ $(LDLIBS)

$B/score-fill: $B/tests/bench/score/fill.o $(LIBRARY)
	@$(CC) $(LINK) -o $@ $^ $(LDLIBS)

$B/score-phases: $B/tests/bench/score/phases.o $(LIBRARY)
	@$(CC) $(LINK) -o $@ $^ $(LDLIBS)

$B/score-candidates: $B/tests/bench/score/candidates.o $(LIBRARY)
	@$(CC) $(LINK) -o $@ $^ $(LDLIBS)

$B/score-abroad: $B/tests/bench/score/abroad.o $(LIBRARY)
	@$(CC) $(LINK) -o $@ $^ $(LDLIBS)

$B/examples: $B/tests/examples/examples.o
	@$(CC) $(LINK) -o $@ $< -ljansson

$B/unit/%: $B/tests/unit/%.o $(LIBRARY)
	@mkdir -p $(@D)
	@$(if $(V),,echo "  LD  $@";) $(CC) $(LINK) -o $@ $^ -lcmocka $(LDLIBS)

$B/%.o: %.c
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS) -MMD -MP -c -o $@ $<

# The style sheet becomes a C array of the program, its comments left out.
$B/%.css.c: %.css
	@mkdir -p $(@D)
	@{ echo '#include "$(<:.css=.h)"'; echo 'const char np_style_css[] = {'; \
	   sed -e '/^ *\/\*.*\*\/$$/d' -e '/^ *\/\*/,/\*\/$$/d' $< | od -An -v -tx1 | sed "s/ \(..\)/'\\\\x\1',/g"; \
	   echo '0 };'; echo 'const size_t np_style_css_size = sizeof np_style_css - 1;'; } > $@

$B/%.css.o: $B/%.css.c
	$(Q)$(CC) $(CFLAGS) -I. -MMD -MP -c -o $@ $<

# ---- what people type ----

demo: packages
	@$(MAKE) --no-print-directory run-demo

run-demo: $(PROGRAM) $B/world
	@tests/demo.sh ./$(PROGRAM) ./$B/world

test: packages
	@$(MAKE) --no-print-directory -j2 test-programs
	@NANOPAT=$(abspath $(PROGRAM)) BUILD=$(CURDIR)/$B SAN=$(SAN) tests/run.sh

test-programs: $(PROGRAM) $B/world $B/examples $B/score-fill $B/sheets $(UNITS)

golden-update: $(PROGRAM) $B/world $B/examples $B/score-fill $B/sheets
	@NANOPAT=$(abspath $(PROGRAM)) BUILD=$(CURDIR)/$B UPDATE=1 tests/run.sh golden

bench: packages
	@$(MAKE) --no-print-directory -j2 $(PROGRAM) $B/world $B/measure $B/classify-bench
	@NANOPAT=$(abspath $(PROGRAM)) BUILD=$(CURDIR)/$B tests/bench/run.sh

bench-score: packages
	@$(MAKE) --no-print-directory -j2 $B/score-fill $B/score-phases
	@BUILD=$(CURDIR)/$B tests/bench/score/run.sh

# families and enterprises of each size: links, layout, blocking, risks, leads and alerts, in memory.
bench-abroad: packages
	@$(MAKE) --no-print-directory -j2 $B/score-abroad
	@for size in "100000 200" "1000000 2000"; do $B/score-abroad rules $$size || exit; done

fuzz:
	@tests/fuzz/run.sh

layers:
	@tests/layers/check.sh

# Installs missing Debian packages; says so first.
packages:
	@tests/packages.sh $(PACKAGES)

clean:
	rm -rf build build-* nanopat libnanopat.a demo demo.db*

.PHONY: all demo run-demo test test-programs golden-update bench bench-score bench-abroad fuzz layers packages clean
.SECONDARY:

-include $(shell find $B -name '*.d' 2>/dev/null)
