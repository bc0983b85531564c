#!/usr/bin/env bash
# usage: com-transport/lab/oracle.sh BARE_GIT_DIR ORACLE_DIR [TESTS]
# Runs integration tests on the vendor's own component, which the run.sh in ORACLE_DIR serves to the Windows JVM of the
# lab; neither that script nor the component is part of this project. BARE_GIT_DIR is the script's first argument.
# TESTS is a pattern of test classes' names, Oracle*IT by default: the contract and the exchange, as far as the oracle has
# them; an hour and a half here, with the processors free. ONLY in the environment is a pattern of the names of those cases
# that are to run inside the Windows JVM, CLIENTS_VENV a folder for Python's clients (examples/clients). For each class the
# base is made anew from SEED (lab/seed). WORK is the folder for what the oracle builds (oracle in the lab's own).
# Its stand-in for SQLite does not tell a violated constraint as System.Data.SQLite does (error code 19), which the
# component waits for when it updates a row or cell that is there; a copy of it that does is used, or with
# ORACLE_AS_IS=1 the folder as it is.
# The lab has to be set up before, by setup.sh. The component's log is in /usr/share/Cleverence/Logs.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)

usage() { sed -n '2,/^set /{/^# /s/^# //p}' "$0" >&2; exit 2; }
fail() { echo "oracle: $*" >&2; exit 1; }

if [ "${1:-}" = --tests ]; then # called back by run.sh: the oracle is up, its variables are around us
  cd "$root"
  case $(find ./*/src/test -name "$2.java") in # one execution alone: a second run of the class would find what the first left
    ./server/*) module=server execution=side-by-side ;;
    *) module=com-transport execution=lab ;;
  esac
  rm -rf $module/target/failsafe-reports # a failure that stands there from before would count
  exec mvn -B -ntp -pl $module -am -Dlab=required -Dlab.fork.seconds=6000 -Dspotless.check.skip \
    -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false \
    -Djunit.jupiter.execution.timeout.mode=disabled -Dfailsafe.failIfNoSpecifiedTests=false -Dit.test="$2" \
    ${ONLY:+-Dtests.only="$ONLY"} ${CLIENTS_VENV:+-Dclients.venv="$CLIENTS_VENV"} package failsafe:integration-test@$execution failsafe:verify@$execution
fi

[ $# -ge 2 ] && [ $# -le 3 ] || usage
[ -x "$2/run.sh" ] || fail "there is no run.sh in $2"
git=$(cd "$1" && pwd)
oracle=$(cd "$2" && pwd)

lab=${COM_LAB:-$root/.lab}
[ -e "$lab/lab.properties" ] || fail "there is no lab in $lab; com-transport/lab/setup.sh sets it up"
COM_LAB=$(cd "$lab" && pwd)
export COM_LAB
export SEED=${SEED:-$here/seed} WORK=${WORK:-$COM_LAB/oracle}
# The component keeps its list of bases for the whole machine, so two folders of work must not share an id.
mkdir -p "$WORK"
[ -s "$WORK/base-id" ] || cat /proc/sys/kernel/random/uuid > "$WORK/base-id"
BASE_ID=${BASE_ID:-$(cat "$WORK/base-id")}
export BASE_ID
unset WINEPREFIX # the oracle's own: in the lab's, the stand-in is registered under the same names

if [ -z "${ORACLE_AS_IS:-}" ]; then
  copy=$WORK/mended && rm -rf "$copy" && mkdir -p "$WORK" && cp -r "$oracle" "$copy" && chmod -R u+w "$copy"
  sed -i 's|public sealed class SQLiteException : DbException {|& public override int ErrorCode { get { var inner = InnerException as M.SqliteException; return inner != null \&\& inner.Message.Contains("constraint") ? 19 : base.ErrorCode; } }|' \
    "$copy/host/SqliteShim.cs"
  oracle=$copy
fi

java=$(sed -n 's/^java\.home=//p' "$COM_LAB/lab.properties")
mapfile -t tests < <(find "$root"/*/src/test -name "${3:-Oracle*IT}.java" -printf '%f\n' | sed 's/\.java$//' | sort)
[ ${#tests[@]} -gt 0 ] || fail "no test is called ${3:-Oracle*IT}"
failed=()
for test in "${tests[@]}"; do
  echo "oracle: $test"
  "$oracle/run.sh" "$git" "$java" "$here/oracle.sh" --tests "$test" || failed+=("$test")
done
[ ${#failed[@]} -eq 0 ] || fail "failed: ${failed[*]}"
echo "oracle: all of ${#tests[@]} passed"
