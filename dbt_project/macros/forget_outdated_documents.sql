{#- Deletes the rows of documents that are gone, or not in the state in which their rows were made. For models that
    are made document by document: rows of `model` bear the `document_state` of their document, `states` has the
    present one. -#}
{% macro forget_outdated_documents(model, states) -%}
    {%- if is_incremental() -%}
        delete from {{ model }} as made
        where
            not exists (
                select 1
                from {{ states }} as states
                where states.document_id = made.document_id and states.document_state = made.document_state
            )
    {%- endif -%}
{%- endmacro %}
