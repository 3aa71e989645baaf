-- A row a figure with a unit: whether it is converted as the figures of all documents in this unit are, most often.
with converted as (
    select
        document_id,
        figure_id,
        char_start,
        char_end,
        unit_text,
        unit,
        number,
        value,
        (value / number)::double as factor
    from extracted.figures
    where unit_text is not null and number <> 0
),

usual as (
    select unit_text, unit, mode(factor) as factor from converted group by unit_text, unit
)

select
    converted.document_id,
    converted.figure_id,
    converted.char_start,
    converted.char_end,
    converted.factor,
    -- of a small factor (公里／百平方公里) a value of eight decimals keeps few digits
    abs(converted.value::double - converted.number::double * usual.factor)
    < 0.0001 + 0.000001 * abs(converted.value::double) as factor_is_constant
from converted
left join usual on converted.unit_text = usual.unit_text and converted.unit is not distinct from usual.unit
