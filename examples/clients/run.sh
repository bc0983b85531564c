#!/usr/bin/env bash
# Clients that nobody wrote for the bridge, against a bridge that runs: run.sh [ORIGIN [BASE]]. A Python OData client, a
# validator of OpenAPI, and schemathesis, which makes up requests from /openapi.json and looks for a 5xx and for answers
# that are not as described. Ends with 0 where everything passed. Not for a base that people work with: it writes.
# Needs python3 and, at the first time, PyPI; CLIENTS_VENV names a folder that is kept, CLIENTS_SEED the seed,
# CLIENTS_SECONDS how long it may take (300), CLIENTS_EXAMPLES how many requests it makes up for each address (5),
# CLIENTS_MAY_LACK=yes says that 501 is a right answer: over COM, which cannot do all that REST can, and says what;
# CLIENTS_WITHOUT is a pattern of addresses that this base fails at, as /Devices where there is no licence.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
origin=${1:-http://127.0.0.1:9080}
base=${2:-main}
api="$origin/$base/api/v1"
seed=${CLIENTS_SEED:-$RANDOM}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
venv=${CLIENTS_VENV:-$work/venv}
[[ $venv = /* ]] || venv=$PWD/$venv

if [ ! -x "$venv/bin/schemathesis" ]; then
  python3 -m venv "$venv"
  "$venv/bin/pip" -q install -r "$here/requirements.txt"
fi
failed=0
part() { # what it is, then the command
  echo "== $1"
  "${@:2}" || failed=1
}

part "python-odata at $api" "$venv/bin/python" "$here/odata_client.py" "$api"

curl -sf "$origin/openapi.json?base=$base" >"$work/openapi.json"
part "openapi-spec-validator" "$venv/bin/openapi-spec-validator" "$work/openapi.json"

cd "$work" # where schemathesis leaves what it keeps, and looks for its settings
if [ "${CLIENTS_MAY_LACK:-}" = yes ]; then
  printf '[checks]\nnot_a_server_error = { expected-statuses = ["2xx", "3xx", "4xx", "501"] }\n' >schemathesis.toml
fi
# Now and then it makes up a schema of which it then cannot draw (its own limit, told as an error): another seed does.
schemathesis() {
  local try said status
  for try in 1 2 3; do
    status=0
    said=$("$venv/bin/schemathesis" run "$work/openapi.json" \
      --url "$api" --seed "$seed" --phases examples,coverage,fuzzing --max-examples "${CLIENTS_EXAMPLES:-5}" \
      --max-time "${CLIENTS_SECONDS:-300}" --warnings off \
      ${CLIENTS_WITHOUT:+--exclude-path-regex "$CLIENTS_WITHOUT"} \
      --checks not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance \
      --workers 1 --no-color --request-timeout 20) || status=$?
    echo "$said"
    if [ "$status" = 0 ] || [[ $said = *"= FAILURES ="* ]] || [[ $said != *"Failed to generate test cases"* ]]; then
      return "$status"
    fi
    seed=$((seed + 1))
    echo "== once more, seed $seed"
  done
  return 1
}
part "schemathesis, seed $seed" schemathesis

exit "$failed"
