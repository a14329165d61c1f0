// What the ranges that are offered by name are called.
export const anyTime = 'Any time';
export const today = 'Today';
export const yesterday = 'Yesterday';
export const thisWeek = 'This week';
export const lastWeek = 'Last week';
export const last7Days = 'Last 7 days';
export const thisMonth = 'This month';
export const lastMonth = 'Last month';
export const last30Days = 'Last 30 days';
export const custom = 'Custom';
