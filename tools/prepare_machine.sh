#!/bin/sh
# Installs what some tests need beside Python: PostgreSQL, a headless browser, a Japanese font.
# Does so by itself only on Debian as root; otherwise says what is missing, and those tests are
# skipped with the reason (where CI=true, they fail instead).
set -eu
missing=

has_postgresql() {
    command -v initdb >/dev/null 2>&1 || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1
}
has_chromium() {
    command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1
}
has_japanese_font() {
    command -v fc-list >/dev/null 2>&1 && [ -n "$(fc-list :lang=ja family)" ]
}
find_missing() {
    missing=
    has_postgresql || missing="$missing postgresql"
    has_chromium || missing="$missing chromium"
    has_japanese_font || missing="$missing fonts-noto-cjk"
}

find_missing
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing for the tests:$missing ..."
    export DEBIAN_FRONTEND=noninteractive
    log=$(mktemp)
    # shellcheck disable=SC2086 # one word a package
    if ! { apt-get update -qq && apt-get install -y -qq --no-install-recommends $missing fontconfig; } >"$log" 2>&1
    then
        tail -n 5 "$log" >&2
    fi
    rm -f "$log"
    find_missing
fi
if [ -n "$missing" ]; then
    echo "Not on this machine:$missing. The tests that need them are skipped." >&2
    echo "On Debian and Ubuntu: apt-get install$missing" >&2
fi
