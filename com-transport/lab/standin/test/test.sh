#!/bin/bash
# usage: test.sh standin WINDOWS_JAVA_HOME JACOB_JAR JACOB_DLL SEED_DIR WORK_DIR
#    or: test.sh oracle  WINDOWS_JAVA_HOME JACOB_JAR JACOB_DLL        (with BASE_ID and WINEPREFIX of a base that is up)
# Runs the scripts beside it in a Windows JVM under Wine: the same lines on the stand-in and on the vendor's component.
# For the stand-in it builds and registers it in WORK_DIR, in a base made of SEED_DIR (a folder as a base has it).
# Each script wants a fresh base, keys/keys.com one that is made of lab/seed; SCRIPTS="1-binding.com …" names some of them. Status 1 on a FAIL. MAX=seconds bounds each run (300).
set -e
here=$(cd "$(dirname "$0")" && pwd)
where=$1 java=$2 jar=$3 dll=$4
win() { echo "Z:$(realpath "$1" | tr / '\\')"; }
classes=$(mktemp -d)
trap 'rm -rf "$classes"' EXIT
javac --release 17 -encoding UTF-8 -cp "$jar" -d "$classes" "$here"/*.java
export WINEARCH=win64 WINEDEBUG=-all
jvm() { timeout "${MAX:-300}" wine "$java/bin/java.exe" -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dsun.stdout.encoding=UTF-8 "-Djacob.dll.path=$(win "$dll")" -cp "$(win "$classes");$(win "$jar")" "$@"; }
scripts=${SCRIPTS:-$(cd "$here" && ls *.com)}
if [ "$where" = oracle ]; then
  for s in $scripts; do jvm Checks oracle "$(win "$here/$s")" || rc=1; done
  exit ${rc:-0}
fi
seed=$5 work=$6
mkdir -p "$work"
"$here/../build.sh" "$work"
export WINEPREFIX=${WINEPREFIX:-$work/prefix} BASE_ID=base-1
wineboot -i >/dev/null 2>&1 || true
wine regsvr32 /s "$(win "$work/standin.dll")"
rc=0
fresh() { rm -rf "$work/home"; mkdir -p "$work/home/bases/base-1"; cp -r "${1:-$seed}"/. "$work/home/bases/base-1/"; STANDIN_HOME=$(win "$work/home"); export STANDIN_HOME; }
for s in $scripts; do fresh; jvm Checks standin "$(win "$here/$s")" || rc=1; done
fresh "$here/../../seed"; jvm Checks standin "$(win "$here/keys/keys.com")" || rc=1
fresh; cp "$here"/server/{accounts.txt,app.txt,devices.xml} "$work/home/bases/base-1/"; STANDIN_CULTURE=en-US jvm Checks standin "$(win "$here/server/server.com")" || rc=1
fresh; jvm StandIn "$BASE_ID" || rc=1
exit $rc
