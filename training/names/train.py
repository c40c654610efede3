"""Trains a name tagger: sets of annotated sentences in, one file of weights out.

    python training/names/train.py id --out src/saksi/words/taggers/id.tagger --as idner \\
        --set idner=idner-train.txt --set nerui=nerui.txt --set nergrit=train.txt [--held-out idner-dev.txt]

Every feature is learnt once for all sets and once for each set by itself (Daumé, Frustratingly easy domain adaptation, 2007); the
file keeps the sum for the set that `--as` names. With `--held-out` the F1 on that file is printed, and its sentences are trained
on in no set. Needs python-crfsuite (requirements.txt); the reading itself does not.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

import msgspec
import pycrfsuite

sys.path.insert(0, str(Path(__file__).resolve().parent))
from invent import invented
from sentences import Annotated, apart_from, as_headline, read_set, shouted, with_states

from saksi.reading.actors import actor_tokens, known_actors
from saksi.reading.laid_out import LaidOut, lay_out
from saksi.reading.language import language
from saksi.reading.tagger import Chain
from saksi.reading.tagger_features import Surroundings, features, plain_opening, runs, spelt
from saksi.words.taggers import Weights
from saksi.words.world import world

LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
SHOUTED, HEADLINES = 0.05, 0.07
"""Shares of sentences that are learnt a second time in capitals, and as headlines."""
STEPS = 127
"""Steps on either side of nought in which a weight is kept."""
SCALES = (2.0, 1.4, 1.0, 0.7, 0.5, 0.35, 0.25, 0.18, 0.12, 0.08, 0.05, 0.03, 0.02, 0.012, 0.008)
"""By what a model's weights may be multiplied so that it is as sure as it is right; the averaged perceptron's are far too large."""
Sets = dict[str, list[Annotated]]
Rows = list[list[str]]


def examples(code: str, sentence: Annotated) -> Iterator[tuple[Rows, list[str]]]:
    """The runs of a sentence, as the reading cuts them, with their features and labels."""
    laid = lay_out(sentence.text, language(code))
    labels = token_labels(laid, sentence)
    around = Surroundings(laid, actor_tokens(laid, known_actors(laid)))
    for part in laid.sentences:
        bounds = (part.first, part.last)
        for run in runs(laid, *bounds):
            if plain_opening(laid, run):
                continue
            rows = [spelt(code, row) for row in features(laid, run, bounds, around)]
            wanted = labels[run[0] : run[1] + 1]
            if wanted[0][0] == "I":
                wanted[0] = "B" + wanted[0][1:]
            yield rows, wanted


def token_labels(laid: LaidOut, sentence: Annotated) -> list[str]:
    """A label for each token; a token that begins in a name is part of it."""
    tokens = laid.tokens
    labels = ["O"] * len(tokens)
    for start, end, kind in sentence.names:
        first = True
        for i in range(tokens.at(start), len(tokens)):
            if tokens.starts[i] >= end:
                break
            labels[i] = f"{'B' if first else 'I'}-{kind}"
            first = False
    return labels


def varied(sentences: Sequence[Annotated]) -> Iterator[Annotated]:
    """The sentences, and some of them once more in capitals or as headlines."""
    chance = random.Random(20261125)  # noqa: S311 - which sentences are varied is no secret
    for sentence in sentences:
        yield sentence
        draw = chance.random()
        if draw < SHOUTED:
            yield shouted(sentence)
        elif draw < SHOUTED + HEADLINES:
            yield as_headline(sentence)


def learnt(code: str, sets: Sets, times: dict[str, int], models: int, options: dict[str, object], folder: Path) -> list[Path]:
    """So many models, each over all sets in an order of its own; a set as many times as `times` says, or once."""
    rows: list[tuple[Rows, list[str]]] = []
    for name, sentences in sets.items():
        of_set: list[tuple[Rows, list[str]]] = []
        for sentence in varied(sentences):
            for found, labels in examples(code, sentence):
                both = [row + [f"{name}|{feature}" for feature in row] for row in found] if len(sets) > 1 else found
                of_set.append((both, labels))
        rows += of_set * times.get(name, 1)
    algorithm = str(options.pop("algorithm"))
    paths = []
    for number in range(models):
        random.Random(number).shuffle(rows)  # noqa: S311 - an order that can be repeated
        trainer = pycrfsuite.Trainer(algorithm=algorithm, verbose=False)
        trainer.set_params({"feature.possible_transitions": True, **options})
        for both, labels in rows:
            trainer.append(both, labels)
        paths.append(folder / f"model{number}")
        trainer.train(str(paths[-1]))
    return paths


def table(models: Sequence[Path], names: Collection[str], read_as: str, made: str, least: int) -> Weights:
    """The mean of the models as one table for the set that texts are read as, without features of less than `least` steps."""
    summed: dict[str, list[float]] = {}
    transitions = [[0.0] * len(LABELS) for _ in LABELS]
    for model in models:
        tagger = pycrfsuite.Tagger()
        tagger.open(str(model))
        info = tagger.info()
        for (feature, label), weight in info.state_features.items():
            name, bar, plain = feature.partition("|")
            if not bar or name not in names:
                plain = feature
            elif name != read_as:
                continue
            summed.setdefault(plain, [0.0] * len(LABELS))[LABELS.index(label)] += weight / len(models)
        for a, row in enumerate(transitions):
            for b in range(len(LABELS)):
                row[b] += info.transitions.get((LABELS[a], LABELS[b]), 0.0) / len(models)
    unit = max(abs(weight) for row in summed.values() for weight in row) / STEPS
    steps = {feature: [round(weight / unit) for weight in row] for feature, row in sorted(summed.items())}
    packed = {feature: bytes(step % 256 for step in row) for feature, row in steps.items() if max(map(abs, row)) >= least}
    return Weights(made=made, labels=LABELS, unit=unit, transitions=tuple(map(tuple, transitions)), features=packed)


def names_in(chain: Chain, sentence: Annotated) -> dict[tuple[int, int, str], float]:
    """The names that a model finds in a sentence, each with how sure it is."""
    laid = lay_out(sentence.text, language(chain.code))
    around = Surroundings(laid, actor_tokens(laid, known_actors(laid)))
    found: dict[tuple[int, int, str], float] = {}
    for part in laid.sentences:
        bounds = (part.first, part.last)
        for run in runs(laid, *bounds):
            if not plain_opening(laid, run):
                found |= {(*laid.span(first, last), label): sure for first, last, label, sure in chain.spans(laid, run, bounds, around)}
    return found


def score(code: str, weights: Weights, sentences: Iterable[Annotated]) -> dict[str, tuple[int, int, int]]:
    """For each label, and for all, how many names were found right, found, and annotated."""
    chain = Chain(code, weights)
    counts = {kind: [0, 0, 0] for kind in ("all", "PER", "ORG", "LOC")}
    for sentence in sentences:
        found, gold = set(names_in(chain, sentence)), set(sentence.names)
        for kind, count in counts.items():
            mine = {name for name in found if kind in ("all", name[2])}
            theirs = {name for name in gold if kind in ("all", name[2])}
            count[0] += len(mine & theirs)
            count[1] += len(mine)
            count[2] += len(theirs)
    return {kind: (right, mine, theirs) for kind, (right, mine, theirs) in counts.items()}


def scaled(weights: Weights, scale: float) -> Weights:
    """The same model, surer or less sure of what it finds; it finds the same."""
    transitions = tuple(tuple(weight * scale for weight in row) for row in weights.transitions)
    return msgspec.structs.replace(weights, unit=weights.unit * scale, transitions=transitions)


def best_scale(code: str, weights: Weights, sentences: Sequence[Annotated]) -> float:
    """The scale with which the confidence of a name comes nearest to how often such names are right (least Brier score)."""

    def brier(scale: float) -> float:
        chain = Chain(code, scaled(weights, scale))
        misses = [(sure - (name in sentence.names)) ** 2 for sentence in sentences for name, sure in names_in(chain, sentence).items()]
        return sum(misses) / max(1, len(misses))

    return min(SCALES, key=brier)


def main() -> None:
    """Read the arguments, train, write, and say how well."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("language", choices=("id", "en"))
    parser.add_argument("--set", action="append", required=True, metavar="NAME=FILE", help="a set; a name may have several files")
    parser.add_argument("--as", dest="read_as", required=True, metavar="NAME", help="the set as which texts are read")
    parser.add_argument("--held-out", type=Path, metavar="FILE", help="print the F1 on this file, and train on none of its sentences")
    parser.add_argument("--times", action="append", default=[], metavar="NAME=COUNT", help="learn a set so many times over")
    parser.add_argument("--invent", type=int, default=0, metavar="COUNT", help="made-up sentences, learnt as a set of their own")
    parser.add_argument("--scale", type=float, help="multiply the weights by this; without it what suits the held-out file best")
    parser.add_argument("--states", action="store_true", help="label every state by its name as a place, whatever the set says")
    parser.add_argument("--together", action="store_true", help="learn all sets as one")
    parser.add_argument("--out", type=Path, help="where the weights are written")
    parser.add_argument("--algorithm", default="ap", choices=("ap", "lbfgs"))
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--c2", type=float, default=0.5, help="weight of the L2 penalty (lbfgs)")
    parser.add_argument("--models", type=int, default=3, help="how many models are averaged, each with an order of its own")
    parser.add_argument("--least", type=int, default=6, help="steps of 127 of the largest weight from which a feature is kept")
    args = parser.parse_args()
    held_out = read_set(args.held_out) if args.held_out else []
    seen = {sentence.key for sentence in held_out}
    sets: Sets = {}
    for item in args.set:
        name, _, path = item.partition("=")
        sets.setdefault(name, []).extend(apart_from(read_set(Path(path)), seen))
    if args.states:
        known = frozenset(form for form, meant in world().states_in[args.language].items() if meant.kind == "name" and not meant.ambiguous)
        sets = {name: [with_states(sentence, known, world().state_forms) for sentence in found] for name, found in sets.items()}
    if args.invent:
        sets["invented"] = invented(args.language, args.invent)
    if args.together:
        sets = {args.read_as: [sentence for sentences in sets.values() for sentence in sentences]}
    options: dict[str, object] = {"algorithm": args.algorithm, "max_iterations": args.rounds}
    if args.algorithm == "lbfgs":
        options |= {"c1": 0.0, "c2": args.c2}
    with tempfile.TemporaryDirectory() as folder:
        times = {name: int(count) for name, _, count in (item.partition("=") for item in args.times)}
        models = learnt(args.language, sets, times, args.models, options, Path(folder))
        counted = ", ".join(f"{name} {len(sentences)}" for name, sentences in sets.items())
        weights = table(models, sets, args.read_as, f"{date.today().isoformat()}, sentences of {counted}", args.least)
    scale = args.scale or (best_scale(args.language, weights, held_out) if held_out else 1.0)
    weights = scaled(weights, scale)
    print(f"scale {scale}")
    if held_out:
        for kind, (right, mine, theirs) in score(args.language, weights, held_out).items():
            print(f"{kind}: precision {right / max(mine, 1):.3f} recall {right / max(theirs, 1):.3f} F1 {2 * right / (mine + theirs):.4f}")
    if args.out:
        args.out.write_bytes(msgspec.msgpack.encode(weights))
        print(f"{args.out}: {len(weights.features)} features, {args.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
