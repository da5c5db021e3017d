import random

from checkkit import check, need_files, probe

luck = random.Random()


def ask(code, **values):
    """What `code` emits, with the values as variables."""
    names = "".join(f"{name} = {value!r}\n" for name, value in values.items())
    return probe("from models import *\n" + names + code)


def seen(made):
    return made.value if made.ok else made.error


def near(number, want, by):
    return isinstance(number, (int, float)) and abs(number - want) < by


need_files("models.py")

# LinearRegression: the label is a straight function of the two features
a, b, c = luck.uniform(1, 4), luck.uniform(-4, -1), luck.uniform(2, 6)
X = [[luck.uniform(-1, 1), luck.uniform(-1, 1)] for _ in range(60)]
y = [a * row[0] + b * row[1] + c for row in X]
first = sum(label ** 2 for label in y) / len(y)

made = ask("""
first = LinearRegression(lr=0.1, steps=1)
first.fit(X, y)
emit([list(first.losses), list(first.weights), first.bias])
""", X=X, y=y)
losses, weights, bias = made.value if made.ok else (None, None, None)
slopes = [2 * sum(-label * row[i] for label, row in zip(y, X)) / len(X) for i in range(2)]
want = [-0.1 * slope for slope in slopes]
check(made.ok and len(losses) == 1 and near(losses[0], first, 1e-6), "losses[0] is the MSE of the model that is all 0.0",
      expected=[first], came=losses if made.ok else made.error,
      hint="Note the loss before the step is taken; one step makes one loss. The MSE is a mean over the rows.")
stepped = made.ok and len(weights) == 2
opposite = stepped and all(near(w, -v, 1e-6) for w, v in zip(weights, want))
summed = stepped and all(near(w, v * len(X), 1e-4) for w, v in zip(weights, want))
half = stepped and all(near(w, v / 2, 1e-6) for w, v in zip(weights, want))
check(stepped and all(near(w, v, 1e-6) for w, v in zip(weights, want)), "One step of lr 0.1 moves the weights against the gradient",
      expected=want, came=weights if made.ok else made.error,
      hint="This step goes along the gradient, where the loss grows. Mind the sign of the error and of the step."
      if opposite else f"This step is {len(X)} times too long: the gradient is a mean over the rows, and this is a sum."
      if summed else "This step is half as long: the derivative of a square brings a factor 2."
      if half else "The gradient of a weight is two times the mean of error * x, with error = prediction - label."
      " All weights of a step use the same errors: take these once, before anything moves.")
want = 0.1 * 2 * sum(y) / len(y)
check(made.ok and near(bias, want, 1e-6), "One step moves the bias too", expected=want, came=bias if made.ok else made.error,
      hint="The bias is still 0.0. It is a weight whose x is always 1, so it has a gradient as well."
      if bias == 0 else "Weights and bias move in the same step, from the same errors; the x of the bias is 1.")

made = ask("""
model = LinearRegression()
model.fit(X, y)
emit([list(model.weights), model.bias, list(model.losses), list(model.predict([[1.0, 2.0]]))])
""", X=X, y=y)
weights, bias, losses, guess = made.value if made.ok else (None, None, None, None)
check(made.ok and len(losses) == 2000 and losses[0] > losses[1] > losses[2] and losses[-1] < 1e-3,
      "With the defaults the loss falls from step to step, in 2000 steps to almost zero",
      expected="2000 losses, each smaller than the one before, the last below 0.001",
      came=f"{len(losses)} losses, {losses[:3]} … {losses[-1:]}" if made.ok else made.error,
      hint="A loss that grows to nan comes from steps that are too long or go the wrong way; one that stops high, from a part of the model that does not move.")
right = made.ok and len(weights) == 2 and near(weights[0], a, 0.01) and near(weights[1], b, 0.01) and near(bias, c, 0.01)
check(right, "fit finds the weights and the bias that made the labels", expected=[[a, b], c],
      came=[weights, bias] if made.ok else made.error,
      hint="These labels lie on a plane without any noise, so gradient descent finds it once each step is right.")
check(made.ok and len(guess) == 1 and near(guess[0], a + 2 * b + c, 0.05), "predict answers for a row that was not in training",
      expected=[a + 2 * b + c], came=guess if made.ok else made.error,
      hint="predict uses what fit has stored in self: every weight times its feature, plus the bias.")

# One model, fitted twice
made = ask("""
model = LinearRegression(lr=0.1, steps=1)
model.fit(X, y)
returned = model.fit(X, y)
emit([list(model.weights), model.bias, len(model.losses), returned is model])
""", X=X, y=y)
weights, bias, length, itself = made.value if made.ok else (None, None, None, None)
once = [-0.1 * slope for slope in slopes]
check(made.ok and len(weights) == 2 and all(near(w, v, 1e-6) for w, v in zip(weights, once))
      and near(bias, 0.2 * sum(y) / len(y), 1e-6) and length == 1,
      "A second fit starts afresh: weights and bias from 0.0, no losses from before",
      expected=[once, 0.2 * sum(y) / len(y), "1 loss"], came=[weights, bias, f"{length} losses"] if made.ok else made.error,
      hint="The second fit went on where the first had ended. What __init__ sets is set once;"
      " fit has to begin weights, bias and losses by itself.")
check(made.ok and itself, "fit of LinearRegression returns self", expected="the model itself",
      came="something else" if made.ok else made.error,
      hint="Without `return self` a method returns None, and fit(X, y).predict(X) fails with an AttributeError.")

# KNNClassifier: batteries along a line, with labels in a known pattern
start = luck.randrange(1, 20)
rows = [[float(start + i), 0.0] for i in range(6)]
labels = ["weak", "good", "weak", "weak", "good", "good"]
made = ask("emit(KNNClassifier(1).fit(rows, labels).predict(rows))", rows=rows, labels=labels)
check(made.ok and made.value == labels, "With k = 1 every training row gets its own label (so this score proves nothing)",
      expected=labels, came=seen(made),
      hint="Here fit returned None: end it with `return self`." if not made.ok and "NoneType" in made.error
      else "Each row is at distance 0 from itself. Sort by distance, smallest first.")
asked = [[start + 2.1, 0.0], [start + 4.6, 0.0]]
made = ask("emit(KNNClassifier(3).fit(rows, labels).predict(asked))", rows=rows, labels=labels, asked=asked)
check(made.ok and made.value == ["weak", "good"], "With k = 3 the three nearest rows vote",
      expected=["weak", "good"], came=seen(made),
      hint="These are the labels of the three farthest rows." if made.ok and made.value == ["good", "weak"]
      else "The first k of the rows in the order of their distance vote, and the most frequent label wins.")
asked = [[float(start), 0.0], [start + 5.0, 0.0]]
made = ask("emit(KNNClassifier(6).fit(rows, labels).predict(asked))", rows=rows, labels=labels, asked=asked)
check(made.ok and made.value == ["good", "good"], "When three rows say good and three say weak, the smaller label answers",
      expected=["good", "good"], came=seen(made),
      hint="Sort the labels by their count and then by themselves; which row came first must not matter.")
made = ask("""
model = KNNClassifier(1)
model.fit(rows, labels)
model.fit([[0.0, 0.0]], ["new"])
emit(model.predict(rows[-1:]))
""", rows=rows, labels=labels)
check(made.ok and made.value == ["new"], "A second fit forgets the first", expected=["new"], came=seen(made),
      hint="The rows of the first fit are still there. fit starts afresh: it replaces what was stored." if made.ok
      else "After the second fit one row is stored, so it answers for all.")
