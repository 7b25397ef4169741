#!/usr/bin/env bash
# From a folder of annotated data to the model that ships: training/make-model.sh DATA_DIR MODEL_DIR
set -euo pipefail
data=$(realpath "$1"); out=$(realpath -m "$2")
cd "$(dirname "$0")/.."
work=${WORK:-build/training}
python=${PYTHON:-python3}
npx tsx training/prepare.ts "$data" "$work/prepared"
"$python" training/train.py "$work/prepared" "$work/out" --minutes "${MINUTES:-85}"
"$python" training/export.py "$work/out/reader.pt" "$out"
