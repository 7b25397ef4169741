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
# A second, shorter run from there, with more of the treebank, more marked pairs, and fewer of the texts that are full of names.
"$python" training/train.py "$work/prepared" "$work/second" --from "$work/first/reader.pt" --minutes "$((minutes / 6))" \
  --warmup 30 --encoder-rate 1e-4 --head-rate 5e-4 --masking 0.1 --renamed 0.1 --seed 57 \
  --mixture ewt-train=0.22,gum-train=0.12,crossner-train=0.03,polnear-train=0.26,timeml-train=0.02,passages=0.15,pairs=0.05,own-pairs=0.09,names=0.06
"$python" training/export.py "$work/second/reader.pt" "$out"
