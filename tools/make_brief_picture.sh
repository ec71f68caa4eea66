#!/bin/sh
# Takes the picture of the brief that the READMEs show: tools/make_brief_picture.sh PAGE.html PICTURE.png
set -eu
page=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
picture=$2
chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || {
    echo "needs chromium" >&2
    exit 1
}
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
"$chromium" --headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --hide-scrollbars --user-data-dir="$profile" \
    --window-size="${WINDOW:-1000,1250}" --screenshot="$picture" "file://$page" >/dev/null 2>&1
ls -l "$picture"
