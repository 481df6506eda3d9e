"""Tasks of practice: something to look at, questions with one right answer each, and for each the sign that gives it away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256

import msgspec

from clearlane.model.practice_facts import PracticeLooked, PracticeTaskDone, PracticeTaskGiven, TaskKind
from clearlane.model.refusals import Conflict, NotAllowed, NotFound, Unreadable
from clearlane.model.text import Text
from clearlane.office.office import Office
from clearlane.office.practice_cases import seed_of
from clearlane.office.practice_scoring import Answer
from clearlane.simulator.chance import Chance

SUBJECT, MOST = "practice", 20


class Sight(msgspec.Struct, frozen=True):
    """A table to look at."""

    title: Text
    head: tuple[Text, ...]
    rows: tuple[tuple[str, ...], ...]


class Question(msgspec.Struct, frozen=True):
    """A question.

    Attributes:
      words: What is asked.
      options: The answers to choose from, each with its words.
      right: The right one.
      sign: What gives it away.
    """

    words: Text
    options: tuple[tuple[str, Text], ...]
    right: str
    sign: Text


class Task(msgspec.Struct, frozen=True):
    """A task."""

    kind: TaskKind
    sights: tuple[Sight, ...]
    questions: tuple[Question, ...]


class TaskSeen(msgspec.Struct, frozen=True):
    """A task of someone's: what it is, what he answered (nothing before he did), and what came of it."""

    given: PracticeTaskGiven
    task: Task
    answers: tuple[str, ...] = ()
    answer: Answer | None = None

    @property
    def missed(self) -> tuple[Text, ...]:
        """The signs of the questions that were not answered rightly."""
        return tuple(one.sign for one, said in zip(self.task.questions, self.answers, strict=False) if said != one.right)


_task = msgspec.json.Decoder(Task)
Make = Callable[[Chance, str], Task]


class TaskPractice:
    """Tasks of practice.

    Args:
      office: The practice office.
      make: What makes a task of each kind, by chance and in a currency.
      randomness: What gives random bytes.
    """

    def __init__(self, office: Office, make: dict[TaskKind, Make], randomness: Callable[[int], bytes]) -> None:
        self._office, self._make, self._randomness = office, make, randomness

    def begin(self, person: str, kind: TaskKind, size: int) -> None:
        """Give someone tasks, 1 to 20.

        Raises:
          Conflict: Tasks of an earlier set are still open.
        """
        before = self.tasks(person)
        if any(one.answer is None for one in before):
            raise Conflict(Text(en="Answer the tasks that are open first.", vi="Hãy trả lời xong các bài đang mở."))
        series = 1 + max((one.given.series for one in before), default=0)
        seed = seed_of(person, series, self._randomness(16))
        chances = (Chance(seed, kind, str(place)) for place in range(max(1, min(size, MOST))))
        bodies = [msgspec.json.encode(self._make[kind](chance, self._office.profile.currency)) for chance in chances]
        digests = [sha256(body).hexdigest() for body in bodies]
        with self._office.store.work() as work:
            work.keep(list(zip(digests, bodies, strict=True)))
            work.append(self._office.clock(), [(SUBJECT, PracticeTaskGiven(person, series, kind, digest)) for digest in digests])

    def tasks(self, person: str) -> list[TaskSeen]:
        """Return someone's tasks, in the order given."""
        facts = [record.fact for record in self._office.store.facts_of(SUBJECT)]
        own = [fact for fact in facts if isinstance(fact, PracticeTaskGiven) and fact.person.casefold() == person.casefold()]
        return [seen for seen in map(self._seen, own) if seen]

    def opened(self, person: str, digest: str) -> TaskSeen:
        """Open a task of one's own; its minutes count from the first time.

        Raises:
          NotFound: One has no such task.
        """
        found = self._own(person, digest)
        said = (record.fact for record in self._office.store.facts_of(SUBJECT))
        if not any(isinstance(fact, PracticeLooked) and fact.number == digest for fact in said):
            with self._office.store.work() as work:
                work.append(self._office.clock(), [(SUBJECT, PracticeLooked(person, digest))])
        return found

    def answer(self, person: str, digest: str, answers: Sequence[str], percent: int) -> TaskSeen:
        """Answer a task, once.

        Raises:
          NotFound: One has no such task.
          NotAllowed: It was answered before, or one did not say how sure one is, from 50 to 100 percent.
          Unreadable: A question is not answered.
        """
        found = self._own(person, digest)
        if found.answer is not None or not 50 <= percent <= 100:
            raise NotAllowed(Text(en="Answer once, and say how sure you are.", vi="Chỉ trả lời một lần và cho biết mức độ chắc chắn."))
        known = [{value for value, _ in one.options} for one in found.task.questions]
        if len(answers) != len(known) or any(said not in options for said, options in zip(answers, known, strict=False)):
            raise Unreadable(Text(en="Answer every question.", vi="Hãy trả lời mọi câu hỏi."))
        with self._office.store.work() as work:
            work.append(self._office.clock(), [(SUBJECT, PracticeTaskDone(found.given.person, digest, percent, tuple(answers)))])
        return self._own(person, digest)

    def _own(self, person: str, digest: str) -> TaskSeen:
        found = next((one for one in self.tasks(person) if one.given.task == digest), None)
        if found is None:
            raise NotFound(Text(en="You have no such task.", vi="Bạn không có bài này."))
        return found

    def _seen(self, given: PracticeTaskGiven) -> TaskSeen | None:
        body = self._office.store.document(given.task)
        if body is None:
            return None
        task, records = _task.decode(body), self._office.store.facts_of(SUBJECT)
        done = next(((one.at, one.fact) for one in records if isinstance(one.fact, PracticeTaskDone) and one.fact.task == given.task), None)
        if done is None:
            return TaskSeen(given, task)
        at, fact = done
        since = next((one.at for one in records if isinstance(one.fact, PracticeLooked) and one.fact.number == given.task), at)
        wrong = sum(said != one.right for one, said in zip(task.questions, fact.answers, strict=False))
        return TaskSeen(given, task, fact.answers, Answer(not wrong, fact.percent, (at - since).total_seconds() / 60, wrong))
