{{ config(materialized='view') }}
-- The figures lie in int_figures once: here is a view, in the published file a table.
select *
from {{ ref('fact_figures') }}
where status = 'actual'
