"""Random search on a fixed budget."""

import math
import random


def sample(space, rng):
    params = {}
    for name, (kind, *bounds) in space.items():
        if kind == "log":
            low, high = bounds
            params[name] = math.exp(rng.uniform(math.log(low), math.log(high)))
        elif kind == "float":
            params[name] = rng.uniform(*bounds)
        elif kind == "int":
            params[name] = rng.randint(*bounds)
        else:
            params[name] = rng.choice(bounds[0])
    return params


def random_search(fit_score, space, folds, n_trials, seed, greater_is_better):
    random.seed(seed)
    rng = random
    history = []
    for _ in range(n_trials):
        params = sample(space, rng)
        try:
            values = [fit_score(params, train, valid) for train, valid in folds]
            value = sum(values) / len(values)
        except Exception:
            value = None
        history.append((params, value))
    done = [trial for trial in history if trial[1] is not None]
    if not done:
        raise RuntimeError("every trial failed")
    better = max if greater_is_better else min
    best_params, best_value = better(done, key=lambda trial: trial[1])
    return {"best_params": best_params, "best_value": best_value, "history": history}


def final_model(fit, params, folds, test_rows):
    rows = sorted({row for train, valid in folds for row in [*train, *valid]})
    model = fit(params, rows)
    return model, model.score(test_rows)
