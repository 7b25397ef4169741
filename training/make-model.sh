#!/usr/bin/env bash
# From a folder of annotated data to the model that ships: training/make-model.sh DATA_DIR MODEL_DIR
set -euo pipefail
data=$(realpath "$1"); out=$(realpath -m "$2")
cd "$(dirname "$0")/.."
work=${WORK:-build/training}
python=${PYTHON:-python3}
npx tsx training/prepare.ts "$data" "$work/prepared"
mkdir -p "$out"
"$python" training/make_lexicon.py "$work/prepared" "$out"
cp "$out/lexicon.json" "$work/prepared/"
minutes=${MINUTES:-85}
"$python" training/train.py "$work/prepared" "$work/first" --minutes "$minutes"
# A second, shorter run from there, at lower rates and with other batches; the mean of both is better than either.
"$python" training/train.py "$work/prepared" "$work/second" --from "$work/first/reader.pt" --minutes "$((minutes / 3))" \
  --warmup 50 --encoder-rate 1e-4 --head-rate 5e-4 --seed 8
"$python" training/average.py "$work/first/reader.pt" "$work/second/reader.pt" "$work/reader.pt"
"$python" training/export.py "$work/reader.pt" "$out"
