-- A version of a division and the version that it became, where it became one whole other: renamed under
-- its code (变更), or given a new code that begins in the year it ended and that no other division went into.
with successors as (
    select
        versions.region_key,
        versions.region_code,
        versions.level,
        versions.end_year,
        versions.source_status,
        -- A code without a year took over when the version ended; [1997] is a part split off earlier.
        trim(regexp_replace(versions.successors, '[0-9]{6}\[[0-9]{4}\];?', '', 'g'), ';') as codes
    from {{ ref('stg_divisions') }} as versions
    where versions.end_year is not null
),

candidates as (
    select
        successors.region_key,
        later.region_key as successor_key,
        successors.region_code = later.region_code as is_same_code
    from successors
    inner join {{ ref('stg_divisions') }} as later
        on
            successors.end_year = later.start_year
            and successors.level = later.level
            and (
                (
                    successors.source_status = '{{ var("status_renamed") }}'
                    and successors.region_code = later.region_code
                )
                or (
                    successors.source_status != '{{ var("status_renamed") }}'
                    and successors.codes = later.region_code
                )
            )
)

select
    region_key,
    successor_key
from candidates
-- Where several divisions went into one, only the bearer of its code lives on in it.
qualify is_same_code or count(*) over (partition by successor_key) = 1
