create schema if not exists evidence;
