#!/bin/sh
# need.sh run|test|fuzz|bench|scan - installs what is missing to run, test, fuzz, measure or scan.
#
# What is there is found by its command or its header, whoever installed it;
# where all is there, neither apt nor npm is called.
set -eu
cd "$(dirname "$0")/.."
PATH=$PATH:/usr/sbin:/sbin
what=${1:-run}

# An ordinary user asks sudo, root need not.
as_root() {
	if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

missing=
command_of() {	# PACKAGE COMMAND
	command -v "$2" >/dev/null || missing="$missing $1"
}
header_of() {	# PACKAGE HEADER
	for d in /usr/include /usr/include/*-linux-gnu /usr/local/include; do
		[ ! -e "$d/$2" ] || return 0
	done
	missing="$missing $1"
}

command_of gcc gcc
command_of g++ g++
command_of make make
header_of libc6-dev stdio.h
header_of libfcgi-dev fcgiapp.h
header_of libsqlite3-dev sqlite3.h
header_of libcmark-dev cmark.h
header_of libctemplate-dev ctemplate/template.h
header_of libseccomp-dev seccomp.h
header_of libsodium-dev sodium.h
header_of libicu-dev unicode/ucol.h
header_of libzip-dev zip.h
header_of libexpat1-dev expat.h
header_of libmagic-dev magic.h
header_of libpoppler-private-dev poppler/TextOutputDev.h
header_of liboath-dev liboath/oath.h
header_of libqrencode-dev qrencode.h
header_of libjansson-dev jansson.h
header_of libcurl4-gnutls-dev curl/curl.h
command_of nginx-light nginx
command_of spawn-fcgi spawn-fcgi
command_of multiwatch multiwatch
command_of util-linux setpriv
command_of procps pgrep
case $what in
test)
	command_of chromium-headless-shell chromium-headless-shell
	command_of openssl openssl
	# What papers are measured in: as wide as Times New Roman, with all of Vietnamese.
	fc-list 'Liberation Serif:lang=vi' 2>/dev/null | grep -q . || missing="$missing fontconfig fonts-liberation2"
	command_of poppler-utils pdftohtml
	command_of libreoffice-writer-nogui soffice
	# Debian's npm will not stand beside a Node from elsewhere, which has its own.
	command -v node >/dev/null || missing="$missing nodejs npm"
	;;
bench)
	command_of wrk wrk
	command_of nodejs node
	;;
scan)
	command_of sqlmap sqlmap
	command_of wapiti wapiti
	command_of sqlite3 sqlite3
	command_of nodejs node
	;;
fuzz)
	command_of clang clang
	ls "$(clang -print-runtime-dir 2>/dev/null)"/libclang_rt.fuzzer*.a >/dev/null 2>&1 ||
	    missing="$missing libclang-rt-14-dev"
	;;
esac

if [ -n "$missing" ]; then
	echo "installing:$missing" >&2
	as_root apt-get -qq update
	# policy-rc.d: a new nginx shall not start a site of its own on port 80.
	policy=/usr/sbin/policy-rc.d
	if [ ! -e $policy ]; then
		trap 'as_root rm -f $policy' EXIT
		printf '#!/bin/sh\nexit 101\n' | as_root sh -c "cat >$policy; chmod 755 $policy"
	fi
	# shellcheck disable=SC2086
	as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y \
	    --no-install-recommends install $missing >&2
fi

if [ "$what" = test ]; then
	major=$(node -p 'process.versions.node.split(".")[0]')
	[ "$major" -ge 18 ] || { echo "the tests need Node 18 or later, this is $major" >&2; exit 1; }
	here=tests/node_modules/.package-lock.json
	if [ ! -e $here ] || [ $here -ot tests/package-lock.json ]; then
		# The browser is Debian's: none is fetched.
		(cd tests && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 \
		    npm ci --silent --no-audit --no-fund) >&2
		touch $here
	fi
fi
