#!/usr/bin/env bash
# What CI runs after `mvn verify`: the packaged program does the whole exchange, in front of a base and in front of
# itself, and gives a recording back to the letter. Ends with 0 where everything passed. Needs curl, jq and python3.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

jar="$PWD/../server/target/smarts-bridge.jar"
recorded="$PWD/recorded"
[ -f "$jar" ] || { echo "There is no $jar: run mvn -q -DskipTests package" >&2 && exit 2; }

work=$(mktemp -d)
running=()
stop() {
  for process in "${running[@]}"; do
    kill "$process" 2>/dev/null || true
  done
  for process in "${running[@]}"; do
    wait "$process" 2>/dev/null || true
  done
  rm -rf "$work"
}
trap stop EXIT

passed=0 failed=0
check() { # what is checked, then the command
  if "${@:2}" >"$work/said" 2>&1; then
    passed=$((passed + 1))
    echo "ok      $1"
  else
    failed=$((failed + 1))
    echo "FAILED  $1"
    tail -n 40 "$work/said"
  fi
}

declare -A address
# start NAME [arguments of serve]: the program in a folder of its own, on a port that is free.
start() {
  local name=$1 deadline=$((SECONDS + 30)) port=''
  mkdir "$work/$name"
  : >"$work/$name.log" # it is read before the program has begun to write it
  (cd "$work/$name" && exec java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx256m -jar "$jar" serve \
    --set listen=127.0.0.1:0 "${@:2}") >"$work/$name.log" 2>&1 &
  running+=("$!")
  while :; do
    port=$(sed -n 's/.*Listening on 127\.0\.0\.1:\([0-9]*\).*/\1/p' "$work/$name.log")
    [ -z "$port" ] || ! curl -sf --max-time 10 "http://127.0.0.1:$port/health/ready" >"$work/$name.ready" || break
    if [ "$SECONDS" -ge "$deadline" ] || ! kill -0 "$!" 2>/dev/null; then
      echo "FAILED  $name did not get ready within 30 s:"
      cat "$work/$name.log"
      exit 1
    fi
    sleep 0.1
  done
  address[$name]="http://127.0.0.1:$port"
  echo "        $name is at ${address[$name]}"
}

api() { echo "${address[$1]}/MobileSMARTS/api/v1"; }

exchange() { # NAME, then address and base of the sandbox whose device finishes the document
  ./exchange.sh "$(api "$1")" --document exchange-sh-ci --overwrite --answers "$work/answers-$1" \
    --finish "curl -sf -X POST '$2/sandbox/$3/devices/TSD-1/finish?document='\"\$DOCUMENT\""
}

same_answers() {
  python3 compare.py answers "$work/answers-recording" "$(api recording)" "$work/answers-$1" "$(api "$1")"
}

given_back() { python3 compare.py recorded "$recorded" "$(api "$1")"; }

says_sandbox() { curl -sf -D - -o /dev/null "$(api "$1")/BaseInfo" | grep -qi '^x-smarts-bridge-base: sandbox'; }

refused() { # a base that is not there: check must find it, and end with 1
  local code=0
  java -jar "$jar" check --set listen=127.0.0.1:0 --set "state=$work/state" \
    --set bases.main.rest.url=http://127.0.0.1:9/api/v1 || code=$?
  [ "$code" -eq 1 ]
}

# One base for each of the three, so that no exchange meets what another one left.
cat >"$work/recording.yaml" <<YAML
bases:
  main: { sandbox: { data: "$recorded" } }
  second: { sandbox: { data: "$recorded" } }
  third: { sandbox: { data: "$recorded" } }
YAML

start recording --config "$work/recording.yaml" --set state=state
start verbatim --set "bases.main.rest.url=${address[recording]}/second/api/v1"
start typed --set "bases.main.rest.url=${address[recording]}/third/api/v1" --set bases.main.rest.forward=typed
start demo

check 'the recording is given back to the letter' given_back recording
check 'the recording is given back to the letter, forwarded verbatim' given_back verbatim
check 'the recording is given back to the letter, by typed calls' given_back typed
check 'the exchange on the recording' exchange recording "${address[recording]}" main
check 'the exchange, forwarded verbatim' exchange verbatim "${address[recording]}" second
check 'the exchange, by typed calls' exchange typed "${address[recording]}" third
check 'the same answers, forwarded verbatim' same_answers verbatim
check 'the same answers, by typed calls' same_answers typed
check 'the exchange on the demo base, without any configuration' exchange demo "${address[demo]}" main
check 'a sandbox says that it is one' says_sandbox demo
check 'a bridge in front of a sandbox says so too' says_sandbox verbatim
check 'check passes where the base answers' java -jar "$jar" check --set listen=127.0.0.1:0 \
  --set "state=$work/state" --set "bases.main.rest.url=${address[recording]}/second/api/v1"
check 'check ends with 1 where it does not' refused

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
