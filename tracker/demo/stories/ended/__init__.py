"""Durmeland: short stories, most of which are over."""

from tracker.demo.stories.ended.passed_on import PASSED_ON
from tracker.demo.stories.ended.released_earlier import RELEASED_EARLIER
from tracker.demo.stories.ended.released_lately import RELEASED_LATELY
from tracker.demo.stories.ended.together import TOGETHER

ENDED_STORIES = (*RELEASED_EARLIER, *RELEASED_LATELY, *PASSED_ON, *TOGETHER)
