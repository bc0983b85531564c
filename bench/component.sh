#!/usr/bin/env bash
# usage: bench/component.sh [PRODUCTS [LINES [ROUNDS]]]
#        bench/component.sh --oracle BARE_GIT_DIR ORACLE_DIR [PRODUCTS [LINES [ROUNDS]]]
# The COM transport beside a loop of COM calls, on one component in one run: on the lab's stand-in, or on the vendor's own
# component, which the run.sh in ORACLE_DIR serves. See docs/benchmarks.md. WARM_UP in the environment is how many seconds
# each way warms up before it is measured (20). Needs the lab (com-transport/lab/setup.sh) and the packaged bench
# (mvn -q -DskipTests package).
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/.." && pwd)
jar=$here/target/benchmarks.jar
lab=${COM_LAB:-$root/.lab}

fail() {
  echo "component: $*" >&2
  exit 1
}
[ -f "$jar" ] || fail "there is no $jar; run mvn -q -DskipTests package"
[ -e "$lab/lab.properties" ] || fail "there is no lab in $lab; com-transport/lab/setup.sh sets it up"
property() { sed -n "s/^$1=//p" "$lab/lab.properties"; }
windows() { echo "Z:$(echo "$1" | tr / '\\')"; }

# Arguments: connection, folder of the transport's state, products, lines, rounds, folder of exchange.
bench() {
  timeout 1800 wine "$(property java.home)/bin/java.exe" -Xmx256m \
    -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dsun.stdout.encoding=UTF-8 \
    -cp "$(windows "$jar")" ru.smartsbridge.bench.component.ComponentBench \
    "$1" "$(windows "$2")" "$3" "$4" "$5" "${WARM_UP:-20}" ${6:+"$6"} 2> >(grep -v '^SLF4J' >&2)
}

if [ "${1:-}" = --inside ]; then # called back by the oracle's run.sh, with its variables around us
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  mkdir "$work/state" "$work/exchange"
  bench "$BASE_ID" "$work/state" "$2" "$3" "$4" "$work/exchange"
  exit
fi

if [ "${1:-}" = --oracle ]; then
  [ $# -ge 3 ] && [ -x "$3/run.sh" ] || fail "--oracle needs a bare git directory and a folder with run.sh"
  export SEED=$root/com-transport/lab/seed WORK=${WORK:-$lab/oracle} COM_LAB=$lab
  BASE_ID=${BASE_ID:-$(cat /proc/sys/kernel/random/uuid)}
  export BASE_ID
  mkdir -p "$WORK"
  unset WINEPREFIX
  exec "$3/run.sh" "$2" "$(property java.home)" "$here/component.sh" --inside "${4:-2000}" "${5:-200}" "${6:-3}"
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
base=$(cat /proc/sys/kernel/random/uuid)
mkdir -p "$work/home/bases" "$work/state" "$work/exchange"
cp -r "$root/com-transport/lab/seed" "$work/home/bases/$base"
STANDIN_HOME=$(windows "$work/home")
WINEPREFIX=$(property wine.prefix)
export STANDIN_HOME WINEPREFIX WINEARCH=win64 WINEDEBUG=-all
bench "$base" "$work/state" "${1:-20000}" "${2:-1000}" "${3:-5}"
