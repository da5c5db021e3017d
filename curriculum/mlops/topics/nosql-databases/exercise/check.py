import os
import random

from checkkit import check, need_files, probe

luck = random.Random()
STORE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "starter", "store.py")

need_files("model.py")
with open(STORE, encoding="utf-8") as file:
    store = file.read()


def ask(code, **values):
    """What `code` emits, with the values as variables and a fresh store `s` with its clock `now`."""
    names = "".join(f"{name} = {value!r}\n" for name, value in values.items())
    return probe(f"{store}\nfrom model import *\nnow = [1000]\ns = Store(lambda: now[0])\n{names}{code}", timeout_s=5)


def seen(made):
    return made.value if made.ok else made.error


# bills
rider = {"id": luck.randrange(10, 99), "name": "Ada"}
lines = [{"bike": f"k{n}", "cents": luck.randrange(100, 900)} for n in range(luck.randrange(3, 6))]
made = ask("""
save_bill(s, 1, rider, lines)
save_bill(s, 2, {**rider, "name": "Ada Byron"}, lines[:1])
s.gets = 0
bill = load_bill(s, 1)
emit([bill, s.gets, s.scans, load_bill(s, 2), load_bill(s, 3)])
""", rider=rider, lines=lines)
bill, gets, scans, second, none = made.value if made.ok else [made.error, made.error, 0, made.error, "?"]
whole = isinstance(bill, dict) and isinstance(bill.get("rider"), dict)
check(whole and bill["rider"].get("id") == rider["id"] and bill.get("lines") == lines and made.ok and none is None,
      "A bill comes back with its rider and its lines, and an unknown one is None",
      expected=[{"rider": rider, "lines": lines}, None], came=[bill, none] if made.ok else made.error,
      hint="What is read together is stored together, under the id by which it is asked for.")
check(made.ok and gets == 1 and scans == 0, "load_bill needs one get",
      expected=1, came=f"{gets} gets, {scans} scans" if made.ok else made.error,
      hint="One document for each thing is the relational way, joined in your code. "
           "A bill belongs with its lines: embed.")
check(whole and bill["rider"].get("name") == "Ada" and isinstance(second, dict)
      and isinstance(second.get("rider"), dict) and second["rider"].get("name") == "Ada Byron",
      "A bill keeps the name of its day, although a later bill has a new one",
      expected="Ada on bill 1, Ada Byron on bill 2", came=[bill, second] if made.ok else made.error,
      hint="Both bills point to one document of the rider, so the new name appears on the old bill. Keep a snapshot.")

# counters
mine, theirs = luck.randrange(1, 9), luck.randrange(10, 90)
made = ask("""
put, state = s.put, {"other": False, "left": 0}
def faster(key, document, expect=None, ttl=None):
    if state["left"] and not state["other"]:
        state["left"] -= 1
        state["other"] = True               # another worker is faster, with the same function
        add(s, "charges:b07", theirs)
        state["other"] = False
    return put(key, document, expect=expect, ttl=ttl)
quiet = [add(s, "charges:b12", mine), add(s, "charges:b12", mine)]
s.put = faster
state["left"] = 1
first = add(s, "charges:b07", mine)
state["left"] = 2
second = add(s, "charges:b07", mine)
s.put = put
emit([quiet, first, second, add(s, "charges:b07", 0)])
""", mine=mine, theirs=theirs)
total = 2 * mine + 3 * theirs
check(made.ok and made.value[3] == total, "add loses no update when another worker is faster",
      expected=f"2 x {mine} of yours and 3 x {theirs} of another worker: {total}",
      came=made.value[3] if made.ok else made.error,
      hint="Between your get and your put the counter changed, and your put covered it. Write only if the version "
           "is still the one you read; otherwise read again."
      if made.ok else "The retry must get the document again, and must end once the put is True.")
want = [mine, 2 * mine, mine + theirs, total]
came = [*made.value[0], *made.value[1:3]] if made.ok else made.error
check(came == want, "add returns the new value of the counter, the one that it wrote",
      expected=f"{want}, the last two with another worker", came=came,
      hint="A counter that is not there is 0. After a retry, return the value of the attempt that succeeded.")

# readings
made = ask("""
want = [{"n": n, "volts": round(3 + n / 300, 3)} for n in range(250)]
for reading in want:
    add_reading(s, "b07", reading)
    if reading["n"] % 90 == 0:
        add_reading(s, "b0", {"n": -1, "volts": 3.0})
s.scans = s.gets = 0
found = readings(s, "b07")
gets = s.gets
others = [len(readings(s, "b0")), readings(s, "b44")]
largest = max(repr(document).count("volts") for document, _, _ in s.data.values()) if s.data else 0
emit([found == want, len(found), gets, others, largest, s.scans])
""")
right, count, gets, others, largest, scans = made.value if made.ok else [False, 0, 0, [], 0, 0]
check(right and others == [3, []], "readings gives all readings of the battery in order, and no others",
      expected="250 of b07 in order, 3 of b0, none of b44",
      came=f"{count} of b07{'' if right else ', not as they were added'}, {others[0]} of b0, {others[1] or 'none'} of b44"
      if made.ok else made.error,
      hint="Each battery has keys of its own, and a small document knows which buckets there are.")
check(made.ok and 0 < largest <= 100, "No document holds more than 100 readings",
      expected="at most 100", came=largest if made.ok else made.error,
      hint="A list that grows without end is rewritten at each reading, until it meets the limit of the store. "
           "Begin a new bucket when one is full." if largest > 100
      else "The readings have to be in the documents of the store.")
check(made.ok and scans == 0, "readings does not scan",
      expected="0 scans", came=f"{scans} scans" if made.ok else made.error,
      hint="A scan asks every machine for every key. If you know the names of the keys, you can get them."
      if made.ok else "This can be told once readings gives something.")
check(made.ok and gets <= 10 and count == 250, "readings needs at most 10 gets for 250 readings",
      expected="at most 10", came=f"{gets} gets, {count} readings" if made.ok else made.error,
      hint="One get for each reading is as slow as a join in your code. A bucket brings up to 100 at once."
      if gets > 10 else "This can be told once all 250 come back.")

# sessions
seconds = luck.randrange(30, 90)
made = ask("""
login(s, "t41", "ada", seconds)
seen = [whoami(s, "t41"), whoami(s, "t42")]
now[0] += seconds - 1
seen.append(whoami(s, "t41"))
now[0] += 1
seen.append(whoami(s, "t41"))
emit(seen)
""", seconds=seconds)
check(made.ok and made.value == ["ada", None, "ada", None], f"A session is there for {seconds} s and then gone by itself",
      expected=f"ada at once, None for another token, ada after {seconds - 1} s, None after {seconds} s", came=seen(made),
      hint="The store can end a document by itself, if it is told how long when it is written."
      if made.ok and made.value[-1] else "whoami gives the rider alone, or None if the store has nothing.")
