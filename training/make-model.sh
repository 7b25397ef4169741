#!/usr/bin/env bash
# From a folder of annotated data to the model that ships: training/make-model.sh DATA_DIR MODEL_DIR
set -euo pipefail
data=$(realpath "$1"); out=$(realpath -m "$2")
cd "$(dirname "$0")/.."
work=${WORK:-build/training}
python=${PYTHON:-python3}
npx tsx training/prepare.ts "$data" "$work/prepared"
minutes=${MINUTES:-85}
"$python" training/train.py "$work/prepared" "$work/first" --minutes "$minutes"
# A second, shorter run learns names by their place: four in ten give way to others of their kind.
"$python" training/train.py "$work/prepared" "$work/second" --from "$work/first/reader.pt" --minutes "$((minutes / 6))" \
  --warmup 20 --encoder-rate 1.5e-4 --head-rate 6e-4 --renamed 0.4 --masking 0.08 \
  --mixture ewt-train=0.56,gum-train=0.14,crossner-train=0.05,polnear-train=0.17,passages=0.05,pairs=0.03
"$python" training/average.py "$work/first/reader.pt" "$work/second/reader.pt" "$work/reader.pt"
"$python" training/export.py "$work/reader.pt" "$out"
