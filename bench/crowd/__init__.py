"""A crowd of invented reports on an invented conflict, with the truth of which tell of one thing.

First a world lives (`life`): talks are announced, moved, held, looked back on; towns are claimed and
denied. Then agencies write of it (`stories`, in the words of `templates/`), papers reprint what
agencies wrote (`copying`), and `documents` puts all in the order of arrival. Everything follows from a
seed: the same options give the same bytes.
"""

from bench.crowd.documents import Crowd, Report, crowd_of, write_crowd
from bench.crowd.passages import Mark

__all__ = ["Crowd", "Mark", "Report", "crowd_of", "write_crowd"]
