-- The filter that a person used last is no longer kept: filters live in addresses.
delete from review.own_filter where name = '';
