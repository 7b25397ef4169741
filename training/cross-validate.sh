#!/usr/bin/env bash
# Five-fold cross-validation of the event type of marked pairs: training/cross-validate.sh PREPARED_DIR PLV_train.tsv BASE OUT_DIR
# BASE is a checkpoint that no pair trained (train.py with a --mixture without pairs). Each fold trains on from it with the other
# four fifths of the pairs, is exported with 8-bit weights, and answers for its own fifth in Node, as it would ship.
set -euo pipefail
prepared=$(realpath "$1"); table=$(realpath "$2"); base=$(realpath "$3"); out=$(realpath -m "$4")
cd "$(dirname "$0")/.."
python=${PYTHON:-python3}
npx tsx training/folds.ts cut "$prepared" "$table" "$out"
for fold in 0 1 2 3 4; do
  "$python" training/train.py "$out/$fold/prepared" "$out/$fold/trained" --from "$base" --steps "${STEPS:-550}" \
    --warmup 20 --encoder-rate 1.5e-4 --head-rate 5e-4 --masking 0.1 --renamed 0.1 --look-every 100000 --seed "$((fold + 1))" \
    --memory 0.98 --unscored --mixture ewt-train=0.04,polnear-train=0.04,passages=0.12,pairs=0.4,own-pairs=0.4
  mkdir -p "$out/$fold/model"
  cp "$prepared/lexicon.json" "$out/$fold/model/"
  "$python" training/export.py "$out/$fold/trained/reader.pt" "$out/$fold/model"
  CHANCERY_MODEL="$out/$fold/model" npx tsx src/cli/main.ts eval plover --data "$out/$fold/rows.tsv" \
    --predictions "$out/$fold/predictions.jsonl"
done
npx tsx training/folds.ts score "$out"
