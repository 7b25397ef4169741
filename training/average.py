"""The mean of two checkpoints' weights: steadier than either (Wortsman et al. 2022, "model soups").

python training/average.py FIRST SECOND OUT
"""

import sys

import torch

first, second = (torch.load(path, weights_only=False) for path in sys.argv[1:3])
second["weights"] = {name: (value + second["weights"][name]) / 2 for name, value in first["weights"].items()}
second["scores"] = {"ewt-dev": "not looked at: the mean of two checkpoints; see the scorecard"}
torch.save(second, sys.argv[3])
