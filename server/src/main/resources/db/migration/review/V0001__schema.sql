create schema if not exists review;
