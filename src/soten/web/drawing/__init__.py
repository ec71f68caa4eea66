"""Charts drawn on the server: scales, ticks, places of text, outlines of marks.

Pure functions from days and numbers to numbers; templates (`parts/drawing.html.jinja`) make SVG of
them, so that every word in a drawing is escaped like any other. Days are counted as
`datetime.date.toordinal` counts them (`day_number`), a day reaches from its number to the next one.

>>> from soten.settings import Language
>>> scale = TimeScale(day_number("2031-12-01"), day_number("2031-12-10"), 0, 100)
>>> scale.extent(day_number("2031-12-03"), day_number("2031-12-04"))
Extent(x=20.0, width=20.0, is_open_before=False, is_open_behind=False)
>>> [(tick.text, tick.head) for tick in date_ticks(scale.first, scale.last, 5, Language.JA)]
[('12/1', '2031年'), ('12/3', None), ('12/5', None), ('12/7', None), ('12/9', None)]
"""

from soten.web.drawing.lanes import NARROW, WIDE, Lane, LaneChart, Timed, lane_chart
from soten.web.drawing.lettering import fitted, text_width
from soten.web.drawing.outlines import outline
from soten.web.drawing.scales import Extent, NumberScale, TimeScale, day_number
from soten.web.drawing.series import SeriesChart, Told, series_chart
from soten.web.drawing.ticks import Axis, Tick, date_ticks, number_axis, number_ticks

__all__ = [
    "NARROW",
    "WIDE",
    "Axis",
    "Extent",
    "Lane",
    "LaneChart",
    "NumberScale",
    "SeriesChart",
    "Tick",
    "TimeScale",
    "Timed",
    "Told",
    "date_ticks",
    "day_number",
    "fitted",
    "lane_chart",
    "number_axis",
    "number_ticks",
    "outline",
    "series_chart",
    "text_width",
]
