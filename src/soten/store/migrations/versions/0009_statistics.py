"""What SQLite's planner takes a ledger for: a large one, whatever its size.

Without statistics SQLite takes every condition on an index for one that ten rows meet, and reads all
statements of a ledger to find the fifty that are asked for by id. These are about those of a ledger of
150,000 documents; the plans they lead to are good for small ledgers as well, and are always the same.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_ROWS = """
actors ix_actors_side 100000 2000
actors sqlite_autoindex_actors_1 100000 1
cell_keys cell_keys 15000000 3 1
cell_keys ix_cell_keys_cell 15000000 20
cells ix_cells_grp 800000 2
cells sqlite_autoindex_cells_1 800000 1 1
documents sqlite_autoindex_documents_1 150000 1
forms forms 120000 2 1
forms ix_forms_form 120000 10
groups ix_groups_high 500000 80000 20 1
groups ix_groups_id 500000 1 1
items ix_items_cell 1500000 3 1
items ix_items_doc 1500000 10 3
items sqlite_autoindex_items_1 1500000 1 1
links ix_links_one 4000000 10
links ix_links_other 4000000 10
links links 4000000 3 2 1
passages ix_passages_doc 3500000 20
passages ix_passages_record 3500000 1
readings ix_readings_doc 150000 1
record_actors ix_record_actors_who_role_record 2500000 25 12 1
record_actors record_actors 2500000 2 2 1
record_issues ix_record_issues_issue_record 2000000 100000 1
record_issues record_issues 2000000 2 1
records ix_records_day 8000000 800000 200 2 2 1
records ix_records_order 8000000 50 2 1 1
records ix_records_reach 200000 20000 60 30
records ix_records_who 8000000 800000 60 2
records sqlite_autoindex_records_1 8000000 1
sources ix_sources_name 300000 1
sources sqlite_autoindex_sources_1 300000 2 1
traces ix_traces_cell 350000 2000 200 2 2 1
traces ix_traces_day 350000 80 80 1
traces ix_traces_doc 350000 3
traces ix_traces_issue 350000 20000 10 10 1
traces ix_traces_party 350000 3000 3 3 1
versions ix_versions_day 150000 40 1
versions ix_versions_fresh 150000 40 1
versions ix_versions_publisher 150000 3000 2 2
versions sqlite_autoindex_versions_1 150000 1
versions sqlite_autoindex_versions_2 150000 1 1
"""


def upgrade() -> None:
    """Write the statistics; other databases keep their own."""
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        return
    connection.exec_driver_sql("ANALYZE runs")  # makes the table of statistics
    connection.exec_driver_sql("DELETE FROM sqlite_stat1")
    for line in filter(None, _ROWS.splitlines()):
        table, index, numbers = line.split(" ", 2)
        insert = sa.text("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (:t, :i, :n)")
        connection.execute(insert, {"t": table, "i": index, "n": numbers})
