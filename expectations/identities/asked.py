"""Of which documents the identities are asked: of those of the provinces in which a document has changed.

An identity holds documents of one province together, and with those of provinces themselves and of the nation. So the
answers in other provinces stand, unless it is one of the latter that has changed. ``checked.asked_documents`` has the
state and the region in which each document was asked last, and is replaced together with the answers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

DEFINITION = "create table if not exists checked.asked_documents (document_id varchar, state varchar, region_code varchar)"
# Of the nation and of provinces: documents of every county may be held against theirs.
OF_MANY = "region_code like '__0000'"
PROVINCE = "coalesce(left(region_code, 2), '')"


def find_asked(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the temporary tables ``documents_there`` and ``documents_asked``, and the view ``figures_compared``.

    Wants ``figures_as_meant``, and ``document_states`` and ``documents_to_check`` of the layer.
    """
    connection.execute(DEFINITION)
    connection.execute(
        "create or replace temp table documents_there as "
        "select document_id, any_value(state) as state, any_value(region_code) as region_code "
        "from extracted.document_profiles left join document_states using (document_id) group by document_id"
    )
    # Those that are new, gone, in another state or to be looked at in any case, where they are and where they were.
    connection.execute(
        """
        create or replace temp table regions_changed as
        with changed as (
            select there.region_code, former.region_code as former_code
            from documents_there as there
            full join checked.asked_documents as former using (document_id)
            where there.document_id is null or former.document_id is null
                or there.state is distinct from former.state
                or document_id in (select document_id from documents_to_check)
        )
        select region_code from changed union select former_code from changed
        """
    )
    connection.execute(
        f"""
        create or replace temp table documents_asked as
        select document_id from documents_there
        where {PROVINCE} in (select {PROVINCE} from regions_changed)
            or exists (select 1 from regions_changed where {OF_MANY})
        """
    )
    connection.execute(
        f"""
        create or replace temp view figures_compared as
        select * from figures_as_meant
        where document_id in (
            select document_id from documents_asked
            union all select document_id from documents_there where {OF_MANY}
        )
        """
    )


def forget_asked(connection: duckdb.DuckDBPyConnection) -> None:
    """Take out the answers of documents that are asked again or gone."""
    connection.execute(
        "delete from checked.identities where document_id in (select document_id from documents_asked)"
        " or document_id not in (select document_id from documents_there)"
    )


def keep_asked(connection: duckdb.DuckDBPyConnection) -> None:
    """Note what was asked, and drop what ``find_asked`` made."""
    connection.execute("delete from checked.asked_documents")
    connection.execute("insert into checked.asked_documents from documents_there")
    connection.execute("drop view figures_compared")
    for table in ("documents_there", "documents_asked", "regions_changed"):
        connection.execute(f"drop table {table}")
