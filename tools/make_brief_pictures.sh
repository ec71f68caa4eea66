#!/bin/sh
# Takes the pictures of the brief that the READMEs show: tools/make_brief_pictures.sh SOTEN FOLDER
# A brief is long, so that a picture shows the beginnings of its first parts, one below the other.
set -eu
soten=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
folder=$(cd "$2" && pwd)
samples=$(pwd)/samples
chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || {
    echo "needs chromium" >&2
    exit 1
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$soten" add --ledger "$work/samples.db" "$samples"
for language in en ja; do
    "$soten" --lang "$language" brief --ledger "$work/samples.db" --output "$work/brief.html"
    cat >"$work/picture.html" <<PAGE
<!doctype html><meta charset="utf-8">
<style>
  body { margin: 0; background: #fcfbf8 }
  iframe { display: block; width: 960px; border: 0; border-bottom: 2px dashed #999 }
</style>
<iframe scrolling="no" style="height: 240px" src="brief.html"></iframe>
<iframe scrolling="no" style="height: 360px" src="brief.html#talks"></iframe>
<iframe scrolling="no" style="height: 330px" src="brief.html#positions"></iframe>
<iframe scrolling="no" style="height: 280px; border: 0" src="brief.html#disputes"></iframe>
PAGE
    picture=$folder/brief.png
    [ "$language" = en ] || picture=$folder/brief.$language.png
    "$chromium" --headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking \
        --disable-component-update --disable-sync --hide-scrollbars --allow-file-access-from-files \
        --user-data-dir="$work/profile" --window-size=960,1210 --virtual-time-budget=3000 \
        --screenshot="$picture" "file://$work/picture.html" >/dev/null 2>&1
    ls -l "$picture"
done
