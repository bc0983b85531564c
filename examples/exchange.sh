#!/usr/bin/env bash
# The whole exchange of 1C with a Mobile SMARTS base over REST, with nothing but bash, curl and jq.
set -euo pipefail

usage() {
  cat <<'USAGE'
Usage: exchange.sh BASE_URL [options]

Plays a whole exchange against a base: reads what it is, uploads products in every way, rows of a table and
cells, creates a document with lines, has a device finish it, fetches it with its fact lines and deletes it.

  BASE_URL               for instance http://127.0.0.1:9080/MobileSMARTS/api/v1

Options:
  --finish 'COMMAND'     has a device finish the document, whose id is in $DOCUMENT. On the sandbox:
                           --finish 'curl -sf -X POST "http://127.0.0.1:9080/sandbox/main/devices/TSD-1/finish?document=$DOCUMENT"'
                         On a base behind COM any program that finishes it through the component (docs/com.md).
                         Without it you are asked to finish the document on a device, and it is waited for.
  --wait SECONDS         how long to wait for the device (600)
  --type UNI             document type (PodborZakaza)
  --document ID          id of the document (exchange-sh- and the time)
  --answers DIR          saves every status and answer in numbered files, to compare two runs
  --patient SECONDS      repeats for so long what a base cannot answer now (502, 503, 504), and begins an upload anew
                         that it has dropped: every step of this exchange may be done twice
  --before 'COMMAND'     is run before every request, with its $NUMBER, $METHOD and $ADDRESS
  --overwrite            also tries BeginOverwrite: reads all products and puts them back with one more.
                         Not on a base that people work with.
  --help                 this text

Environment: EXCHANGE_USER=login:password where the base asks for an account.

It ends with 0 when every step went as it must, with 1 at the first that did not (its answer is printed, an open
upload is reset), with 2 when it was called wrongly. What stays in the base: products, a row and a cell whose ids
begin with exchange-sh; and the document, where a step after its creation failed.
USAGE
}

misused() {
  echo "exchange.sh: $1 (see --help)" >&2
  exit 2
}

# --- what was asked for ---------------------------------------------------------------------------------------

base='' finish='' wait_seconds=600 type='PodborZakaza' answers='' overwrite='' patient=0 before=''
document="exchange-sh-$(date +%Y%m%d-%H%M%S)-$$"
while [ $# -gt 0 ]; do
  case "$1" in
    --help | -h) usage && exit 0 ;;
    --overwrite) overwrite=yes && shift && continue ;;
    --*) [ $# -gt 1 ] || misused "$1 needs a value" ;;&
    --finish) finish=$2 ;;
    --wait) wait_seconds=$2 ;;
    --type) type=$2 ;;
    --document) document=$2 ;;
    --answers) answers=$2 ;;
    --patient) patient=$2 ;;
    --before) before=$2 ;;
    --*) misused "unknown option $1" ;;
    *) [ -z "$base" ] || misused "more than one BASE_URL" && base=${1%/} && shift && continue ;;
  esac
  shift 2
done
[ -n "$base" ] || misused "BASE_URL is missing"
command -v jq >/dev/null || misused "jq is needed"
command -v curl >/dev/null || misused "curl is needed"

recorded="$(dirname "${BASH_SOURCE[0]}")/recorded/documents.json"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ -z "$answers" ] || mkdir -p "$answers"

# --- how a step is done ---------------------------------------------------------------------------------------

number=0
reset=() # address and body that drop an open upload

fail() {
  echo "FAILED  $1" >&2
  [ ! -s "$work/answer" ] || { head -c 4000 "$work/answer" >&2 && echo >&2; }
  if [ "${#reset[@]}" -gt 0 ]; then
    ask POST "${reset[0]}" "${reset[1]}" >/dev/null || true
    echo "        the open upload was reset" >&2
  fi
  exit 1
}

# ask METHOD ADDRESS [BODY]: the status on the standard output, the answer in $work/answer.
ask() {
  local arguments=(--silent --show-error --globoff --connect-timeout 10 --max-time 1800
    --request "$1" --header 'Accept: application/json' --output "$work/answer" --write-out '%{http_code}')
  : >"$work/answer"
  if [ -n "${3:-}" ]; then
    printf '%s' "$3" >"$work/body"
    arguments+=(--header 'Content-Type: application/json; charset=utf-8' --data-binary "@$work/body")
  elif [ "$1" = POST ]; then
    arguments+=(--header 'Content-Length: 0')
  fi
  if [ -n "${EXCHANGE_USER:-}" ]; then
    curl "${arguments[@]}" --config <(jq -rn '"user = \(env.EXCHANGE_USER | @json)"') "$base/$2"
  else
    curl "${arguments[@]}" "$base/$2"
  fi
}

# request WHAT METHOD ADDRESS [BODY]: sends it, and leaves what it was answered with in $status. Where there is patience,
# it is sent again for so long as the base cannot answer it: what it asks for comes out the same the second time.
status='' again=''
request() {
  local limit=$((SECONDS + patient))
  number=$((number + 1)) again=''
  [ -z "$before" ] || NUMBER=$number METHOD=$2 ADDRESS=$3 bash -c "$before" || fail 'the --before command'
  while :; do
    status=$(ask "${@:2}") || fail "$1: no answer to $2 $base/$3"
    case "$status" in 502 | 503 | 504) ;; *) break ;; esac
    [ "$SECONDS" -lt "$limit" ] || break
    [ -n "$again" ] || printf '     -    %s: %s, so it is asked again: %s\n' "$1" "$status" "$(jq -r .error.message "$work/answer")"
    again=yes
    sleep 1
  done
  if [ -n "$answers" ]; then
    local file
    file="$answers/$(printf '%02d' "$number")"
    printf '%s\n' "$status" >"$file.status"
    cp "$work/answer" "$file.body"
  fi
}

# accepted WHAT STATUSES METHOD ADDRESS: the last answer must have one of the statuses. What was asked for again may have
# been done the first time, and an upload that is gone is begun anew: then it returns 1.
accepted() {
  if [ -n "$again" ] && [ "$3 $status" = 'DELETE 404' ]; then
    status=204
  fi
  if [ "$patient" -gt 0 ] && [ "${#reset[@]}" -gt 0 ] && [ "$status" = 409 ]; then
    printf '     -    %s: %s\n' "$1" "$(jq -r .error.message "$work/answer")"
    return 1
  fi
  [[ " $2 " == *" $status "* ]] || fail "$1: $3 $base/$4 was answered with $status instead of ${2// / or }"
  printf '%3d  %s  %s\n' "$number" "$status" "$1"
}

# step WHAT STATUSES METHOD ADDRESS [BODY]: a request that must be answered with one of the statuses.
step() {
  request "$1" "${@:3}"
  accepted "${@:1:4}"
}

# portion WHAT ADDRESS ENTITIES [LESS]: entities of an upload. A base that answers 501 to what the jq filter LESS takes
# away (not every way to a base carries everything) gets them without that; what was left out is told with the reason.
portion() {
  if [ -n "${4:-}" ]; then
    request "$1" POST "$2" "$3"
    if [ "$status" = 501 ]; then
      printf '%3d  %s  %s\n' "$number" "$status" "$1"
      printf '     -    not served here, left out: %s\n' "$(jq -r .error.message "$work/answer")"
      step "$1, with less" '200 201 204' POST "$2" "$(jq -c "$4" <<<"$3")"
      return
    fi
    accepted "$1" '200 201 204' POST "$2"
  else
    step "$1" '200 201 204' POST "$2" "$3"
  fi
}

# must CLAIM FILTER [jq options]: the last answer has it.
must() {
  jq --exit-status "${@:3}" "$2" "$work/answer" >/dev/null 2>&1 || fail "expected: $1"
  printf '          %s\n' "$1"
}

escaped() { jq -rn --arg text "$1" '$text | @uri'; }

# key TEXT: as it stands in brackets behind a set.
key() { escaped "${1//\'/\'\'}"; }

# upload WHAT SET ENTITIES [PARAMETERS] [LESS]: from Begin to End, merged into what is there.
upload() {
  whole merged "$@"
}

merged() {
  reset=("$2/ResetUpdate" "${4:-}")
  step "$1: begin" '200 204' POST "$2/BeginUpdate" "${4:-}" &&
    portion "$1: $(jq length <<<"$3") at once" "$2" "$3" "${5:-}" &&
    step "$1: end" '200 204' POST "$2/EndUpdate" "${4:-}"
}

# whole FUNCTION …: an upload from Begin to End, begun anew where the base has dropped it meanwhile.
whole() {
  local tries=0
  until "$@"; do
    tries=$((tries + 1))
    [ "$tries" -lt 10 ] || fail "${2:-$1}: dropped again and again"
  done
  reset=()
}

# --- what the base is -----------------------------------------------------------------------------------------

step 'metadata' 200 GET '$metadata'
grep -q '<EntitySet Name="Docs"' "$work/answer" || fail 'expected: the metadata of a Mobile SMARTS base'
step 'base info' 200 GET 'BaseInfo'
must 'the base tells its id' '.id | length > 0'
step 'document types' 200 GET 'DocTypes'
must "there is a document type $type" '.value | any(.uni == $uni)' --arg uni "$type"
step 'tables' 200 GET 'TablesInfo?$expand=fields'
table=$(jq -c 'def rank: {Kontragenty: 0, Ceny: 1}[.uni] // 2;
  [.value[] | select((.fields // []) | any(.fieldType == "String"))] | sort_by(rank) | first // empty' "$work/answer")
step 'users' 200 GET 'Users'
must 'there are users' '.value | length > 0'
step 'warehouses' 200 GET 'Warehouses'
must 'there are warehouses' '.value | length > 0'
warehouse=$(jq -r '.value[0].id' "$work/answer")

# --- products -------------------------------------------------------------------------------------------------

products=$(jq -cn '[
  {id: "exchange-sh-1", name: "Вода питьевая 0,5 л", barcode: "4600000000015", unit: "шт"},
  {id: "exchange-sh-2", name: "Сыр твёрдый, <весовой> & \"особый\"", barcode: "4600000000022", unit: "кг"}
  | {id, name, unitId: .unit, barcode, basePackingId: .unit, marking: "", packings:
      [{id: .unit, name: .unit, unitsQuantity: 1, barcode, barcodes: [.barcode]}]}]')
upload 'products' Products "$products" '' 'map(.packings |= map(del(.barcodes)))'
step 'an uploaded product' 200 GET "Products('exchange-sh-2')"
must 'it is as it was sent' '.name == $sent[1].name and .packings[0].id == "кг"' --argjson sent "$products"

columns=$(jq -cn '{lschema: ["Product.Id", "Product.Name", "Product.BasePackingId", "Packing.Id", "Packing.Name",
    "Packing.UnitsQuantity", "Packing.Barcode"], rewriteProductsBook: false, useFullTextSearch: false}')
rows=$(jq -cn '{flds: ["exchange-sh-3", "Духи 50 мл", "шт", "шт", "Штука", "1", "4600000000039",
    "exchange-sh-3", "Духи 50 мл", "шт", "кор", "Коробка", "24", "14600000000036"]}')
row=$(jq -cn '{values: ["exchange-sh-4", "Духи 100 мл", "шт", "шт", "Штука", "1", "4600000000046"]}')
products_as_rows() {
  reset=(Products/ResetUploadProducts '')
  step 'products as rows: begin' '200 204' POST Products/BeginUploadProducts "$columns" &&
    step 'products as rows: two rows of one product' '200 204' POST Products/AddProductsToUpload "$rows" &&
    step 'products as rows: one more product' '200 204' POST Products/AddProductToUpload "$row" &&
    step 'products as rows: end' '200 204' POST Products/EndUploadProducts
}
whole products_as_rows
step 'a product of two rows' 200 GET "Products('exchange-sh-3')"
must 'it has both packings' '[.packings[].id] == ["шт", "кор"]'

given_up() {
  reset=(Products/ResetUpdate '')
  step 'an upload that is given up: begin' '200 204' POST Products/BeginUpdate &&
    step 'an upload that is given up: a product' '200 201' POST Products \
      "$(jq -cn '{id: "exchange-sh-none", name: "Не должен появиться"}')" &&
    step 'an upload that is given up: reset' '200 204' POST Products/ResetUpdate
}
whole given_up
step 'its product is not there' 404 GET "Products('exchange-sh-none')"

if [ -n "$overwrite" ]; then
  step 'all products' 200 GET Products
  all=$(jq -c --argjson more '[{"id": "exchange-sh-5", "name": "После замены", "packings": []}]' \
    '.value | map(select(.id != "exchange-sh-5")) + $more' "$work/answer")
  products_anew() {
    reset=(Products/ResetOverwrite '')
    step 'products anew: begin' '200 204' POST Products/BeginOverwrite &&
      step "products anew: $(jq length <<<"$all") at once" '200 201 204' POST Products "$all" &&
      step 'products anew: end' '200 204' POST Products/EndOverwrite
  }
  whole products_anew
  step 'how many there are' 200 GET 'Products?$count=true&$top=0'
  must 'as many as were sent' '."@odata.count" == $sent' --argjson sent "$(jq length <<<"$all")"
fi

# --- a table and cells ----------------------------------------------------------------------------------------

if [ -n "$table" ]; then
  uni=$(jq -r .uni <<<"$table")
  # every text field says where the row is from; the key fields among them make it one row, run after run
  row=$(jq -c '[[.fields[] | select(.fieldType == "String") | .uni | (.[:1] | ascii_downcase) + .[1:]]
    | map({key: ., value: "exchange-sh"}) | from_entries]' <<<"$table")
  column=$(jq -r '.[0] | keys_unsorted[0]' <<<"$row")
  upload "table $uni" "Tables/$uni" "$row"
  step "the row of $uni" 200 GET "Tables/$uni?\$filter=$(escaped "$column eq 'exchange-sh'")"
  must 'it is there once' '.value | length == 1'
else
  printf '     -    no table declares a text field: none is uploaded\n'
fi

owner=$(jq -cn --arg id "$warehouse" '{warehouseId: $id}')
cells=$(jq -c '[{id: "exchange-sh-A1", name: "А-1", barcode: "exchange-sh-A1", description: "пример"} + .]' <<<"$owner")
upload 'cells' Cells "$cells" "$owner"
step 'the cell' 200 GET "Cells?\$filter=$(escaped "warehouseId eq '${warehouse//\'/\'\'}' and id eq 'exchange-sh-A1'")"
must 'it is there once' '.value | length == 1'

# --- a document -----------------------------------------------------------------------------------------------

marking=$(jq -rn '"010460000000003921ExchangeSh\u001d91EE06\u001d92ZXhjaGFuZ2U="')
header=$(jq -c --arg uni "$type" '(.[$uni] // [{}])[0] | del(.lastChangeDate, .createDate)' "$recorded")
sent=$(jq -c --arg id "$document" --arg warehouse "$warehouse" --arg marking "$marking" '. + {
  id: $id, name: "Пример обмена, \($id)", warehouseId: $warehouse, declaredItems: [
    {uid: "\($id)-1", productId: "exchange-sh-1", packingId: "шт", declaredQuantity: 3},
    {uid: "\($id)-2", productId: "exchange-sh-2", packingId: "кг", declaredQuantity: 1.255},
    {uid: "\($id)-3", productId: "exchange-sh-3", packingId: "шт", declaredQuantity: 1, productBarcode: $marking}]}' \
  <<<"$header")
address="Docs/$type('$(key "$document")')"
step "document $document" '200 201' POST "Docs/$type" "$sent"
step 'written to disk' '200 204' POST "$address/EndUpdate"
step 'the document with its lines' 200 GET "$address?\$expand=declaredItems,currentItems"
must 'it has the lines that were sent' '[.declaredItems[] | {uid, productId, packingId, declaredQuantity}]
  == [$sent.declaredItems[] | {uid, productId, packingId, declaredQuantity}]' --argjson sent "$sent"
must 'the marking code kept its GS' '.declaredItems[2].productBarcode == $marking' --arg marking "$marking"
must 'it is not finished' '.finished == false'

if [ -n "$finish" ]; then
  DOCUMENT=$document bash -c "$finish" >"$work/finish" 2>&1 || { cat "$work/finish" >&2 && fail 'the --finish command'; }
  printf '     -    a device has finished it\n'
else
  printf '     -    now finish "%s" on a device; waiting for it up to %s s\n' "$document" "$wait_seconds"
fi
limit=$((SECONDS + wait_seconds))
until [ "$(ask GET "$address?\$select=id,finished")" = 200 ] && jq -e '.finished' "$work/answer" >/dev/null; do
  [ "$SECONDS" -lt "$limit" ] || fail "no device has finished $document within $wait_seconds s"
  sleep 2
done

filter=$(escaped "finished eq true and id eq '${document//\'/\'\'}'")
step 'finished documents' 200 GET "Docs/$type?\$filter=$filter&\$expand=declaredItems,currentItems"
must 'it is among them, once' '[.value[].id] == [$id]' --arg id "$document"
must 'every plan line has its fact, in the same quantity' '.value[0] as $doc | $doc.declaredItems | all(. as $plan
  | [$doc.currentItems[] | select(.bindedLineUid == $plan.uid and .productId == $plan.productId)]
  | length > 0 and (map(.currentQuantity) | add) == $plan.declaredQuantity)'
step 'deleted' '200 204' DELETE "$address"
step 'it is gone' 404 GET "$address"
must 'the error tells what is missing' '.error.message | length > 0'

printf '\nThe whole exchange went through: %d requests to %s\n' "$number" "$base"
