#!/bin/sh
# Reads the bundled samples into a ledger and prints where the talks stand: tools/demo.sh SOTEN
set -eu
soten=$1
ledger=out/demo.db
mkdir -p out
"$soten" add --ledger "$ledger" samples
"$soten" brief --ledger "$ledger" --output out/brief.html
"$soten" brief --ledger "$ledger"
echo
echo "The same brief as a page: out/brief.html   The ledger: $ledger"
