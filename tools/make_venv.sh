#!/bin/sh
# Makes a virtual environment: tools/make_venv.sh FOLDER
# Takes the first Python from 3.11 on that it finds (or $PYTHON), with or without ensurepip.
set -eu
folder=$1

is_new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

python=
for name in ${PYTHON:-python3 python3.13 python3.12 python3.11 python}; do
    if is_new_enough "$name"; then
        python=$name
        break
    fi
done
if [ -z "$python" ]; then
    echo "Soten needs Python 3.11 or newer, and none was found." >&2
    echo "Install one, or name it: make demo PYTHON=/path/to/python3.11" >&2
    exit 1
fi

rm -rf "$folder"
if "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
    "$python" -m venv "$folder"
elif "$python" -m pip --version >/dev/null 2>&1 && "$python" -m venv --without-pip "$folder"; then
    "$python" -m pip --quiet --python "$folder/bin/python" install pip
else
    rm -rf "$folder"
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    echo "$python ($version) cannot make a virtual environment: it comes without ensurepip." >&2
    echo "On Debian and Ubuntu: apt-get install python3-venv" >&2
    exit 1
fi
