with words as (
    select
        word,
        'commitment' as place,
        cast(null as varchar) as bound
    from {{ ref('intent_words') }}
    union
    select
        text as word,
        'bound' as place,
        bound
    from {{ ref('bounds') }}
    -- 不低于 is kept as a word of intent too: there it stands once.
    where text not in (select intent.word from {{ ref('intent_words') }} as intent)
),

headlines as (
    select
        commitment,
        bound_text
    from {{ ref('fact_targets') }}
    where is_headline
),

used as (
    select
        word,
        count(*) as headline_targets
    from (
        select commitment as word
        from headlines
        union all
        select bound_text as word
        from headlines
        where bound_text is distinct from commitment
    ) as uses
    where word is not null
    group by word
)

select
    words.word,
    crosswalk.name_en,
    words.place,
    words.bound,
    crosswalk.pair_role,
    -- What is left is a column for each study, which the contract must describe and cite.
    crosswalk.* exclude (word, name_en, pair_role), -- noqa: AM04,RF02
    cast(coalesce(used.headline_targets, 0) as integer) as headline_targets
from words
left join {{ ref('constraint_words_crosswalk') }} as crosswalk on words.word = crosswalk.word
left join used on words.word = used.word
