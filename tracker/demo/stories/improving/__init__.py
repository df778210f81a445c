"""What the partnerships of the demo tried, what came of it, and what they say to each other."""

from tracker.demo.stories.improving.elsewhere import ANSWERS, ELSEWHERE
from tracker.demo.stories.improving.ended import BACK, LUNCH_CALLS
from tracker.demo.stories.improving.one_folder import ONE_FOLDER
from tracker.demo.stories.improving.running import ALWAYS_THREE, RELAPSE
from tracker.demo.stories.improving.telling import Answers, Remarks, Tried, Tries
from tracker.demo.stories.improving.waiting import INTERPRETER, ONE_NUMBER

__all__ = ["ANSWERS", "ELSEWHERE", "INITIATIVES", "Answers", "Remarks", "Tried", "Tries"]

INITIATIVES = (ONE_FOLDER, RELAPSE, ALWAYS_THREE, LUNCH_CALLS, BACK, ONE_NUMBER, INTERPRETER)
